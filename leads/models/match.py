"""Matches: places proposed for an inquiry with their findings, stored as they were found."""

from django.db import models, transaction
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .match_run import MatchRun


class MatchQuerySet(models.QuerySet):
    def newest(self, inquiry):
        """All that the newest run of the inquiry found, whichever kind of place.

        Where a machine matched it again since it was last looked at, the places are laid out now.
        """
        if inquiry.matched_anew:
            MatchRun.lay_out_newest(inquiry)
        runs = MatchRun.objects.laid_out().filter(inquiry=inquiry).order_by("-pk").values("pk")[:1]
        return self.filter(run=models.Subquery(runs))

    def current(self, inquiry, place: str):
        """Places of this kind as the newest run found them: accepted, then best, refused last."""
        rows = self.newest(inquiry).filter(place=place)
        return rows.select_related("park", "district").best_first()

    def best_first(self):
        return self.order_by(
            Case(
                When(state=Match.State.CHOSEN, then=Value(0)),
                When(state=Match.State.REFUSED, then=Value(2)),
                default=Value(1),
            ),
            "rank",
        )

    def decided(self, inquiries):
        """What was last said of each place of these inquiries, where that still stands."""
        place = ("run__inquiry", "district", "park")
        newest = self.filter(run__inquiry__in=inquiries).order_by(*place, "-run").distinct(*place)
        rows = self.filter(pk__in=newest.values("pk")).exclude(state=Match.State.PROPOSED)
        return rows.select_related("run")


class Match(models.Model):
    class Place(models.TextChoices):
        DISTRICT = "district", _("District")
        PARK = "park", _("Park")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        CHOSEN = "chosen", _("Accepted")
        REFUSED = "refused", _("Refused")

    class Reason(models.TextChoices):
        LAND = "land", _("The land does not suit")
        UTILITIES = "utilities", _("Power, gas or water falls short")
        TRANSPORT = "transport", _("Transport does not suit")
        LOCATION = "location", _("The investor wants another place")
        PRICE = "price", _("Too expensive")
        TAKEN = "taken", _("Already taken or reserved")
        OTHER = "other", _("Another reason")

    run = models.ForeignKey(MatchRun, on_delete=models.CASCADE, related_name="matches")
    place = models.CharField(max_length=8, choices=Place)
    rank = models.PositiveSmallIntegerField()
    near = models.BooleanField(default=False)
    district = models.ForeignKey("districts.District", on_delete=models.PROTECT, related_name="+")
    park = models.ForeignKey(
        "districts.Park", null=True, on_delete=models.PROTECT, related_name="+"
    )
    score = models.FloatField()
    findings = models.JSONField()
    state = models.CharField(max_length=8, choices=State, default=State.PROPOSED)
    state_reason = models.CharField(max_length=200, choices=Reason, blank=True)
    state_note = models.CharField(max_length=200, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(place="park") ^ Q(park=None), name="match_park_only_for_parks"
            ),
            models.UniqueConstraint(fields=["run", "place", "rank"], name="match_one_a_rank"),
            models.CheckConstraint(
                condition=Q(state="refused") ^ Q(state_reason=""), name="match_refused_has_reason"
            ),
        ]

    def __str__(self):
        return f"{self.rank}. {self.park_id or self.district_id}"

    @property
    def place_id(self) -> str:
        """The key of the park, else of the district."""
        return self.park_id or self.district_id

    def choose(self, *, by, at, **said) -> bool:
        """The investor takes this place into view; False when it was so, or matched again since."""
        return self._decide(self.State.CHOSEN, "match_chosen", by=by, at=at, **said)

    def refuse(self, *, reason: str, note: str = "", by, at, **said) -> bool:
        """The place goes behind the others; False when it was so, or matched again since."""
        self.Reason(reason)
        return self._decide(
            self.State.REFUSED, "match_refused", by=by, at=at, reason=reason, note=note, **said
        )

    def reopen(self, *, by, at, **said) -> bool:
        """Take back what was decided; False when nothing was, or matched again since."""
        return self._decide(self.State.PROPOSED, "match_reopened", by=by, at=at, **said)

    def decide_back(self, row: Activity, *, by, at) -> bool:
        """As it stood before that row decided; a refusal comes back with its reason and note."""
        was, said = row.data["was"], {"by": by, "at": at, "undoes": row.pk}
        if was == self.State.REFUSED:
            return self.refuse(reason=row.data["was_reason"], note=self.state_note, **said)
        return self.choose(**said) if was == self.State.CHOSEN else self.reopen(**said)

    @transaction.atomic
    def _decide(self, state, kind, *, by, at, reason="", note=None, **said) -> bool:
        # A matching that runs meanwhile locks the same row, so it carries this over or comes first.
        inquiry = type(self.run.inquiry).objects.select_for_update().get(pk=self.run.inquiry_id)
        rows = Match.objects.newest(inquiry).filter(pk=self.pk)
        decided = {"state": state, "state_reason": reason}
        # What was said of a refusal stays with the place, so that taking it back can be undone.
        decided |= {} if note is None else {"state_note": note}
        before = rows.exclude(Q(**decided)).values("state", "state_reason").first()
        if before is None or not rows.update(**decided):
            return False
        said |= {"reason": reason} if reason else {}
        said |= {"place": self.place_id, "match": self.pk, "about": f"match:{self.place_id}"}
        said |= {"was": before["state"], "was_reason": before["state_reason"]}
        Activity.objects.record(inquiry, kind, by=by, at=at, **said)
        self.refresh_from_db(fields=["state", "state_reason", "state_note"])
        return True
