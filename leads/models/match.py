"""Matches: places proposed for an inquiry with their findings, stored as they were found."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MatchRun(models.Model):
    """One matching of one need: by which rules, against which registry, with what result."""

    inquiry = models.ForeignKey(
        "leads.Inquiry", on_delete=models.PROTECT, related_name="match_runs"
    )
    need = models.JSONField()
    rules_version = models.CharField(max_length=20)
    registry_version = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    excluded = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=["inquiry", "-id"], name="match_run_newest")]

    def __str__(self):
        return f"match of {self.inquiry_id} at {self.made_at:%Y-%m-%d %H:%M}"


class MatchQuerySet(models.QuerySet):
    def current(self, inquiry, place: str):
        """Places of this kind as the newest run of the inquiry found them, best first."""
        newest = MatchRun.objects.filter(inquiry=inquiry).order_by("-pk").values("pk")[:1]
        rows = self.filter(run=models.Subquery(newest), place=place)
        return rows.select_related("park", "district").order_by("rank")


class Match(models.Model):
    class Place(models.TextChoices):
        DISTRICT = "district", _("District")
        PARK = "park", _("Park")

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Proposed")
        CHOSEN = "chosen", _("Accepted")
        REFUSED = "refused", _("Refused")

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
    state_reason = models.CharField(max_length=200, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(place="park") ^ Q(park=None), name="match_park_only_for_parks"
            ),
            models.UniqueConstraint(fields=["run", "place", "rank"], name="match_one_a_rank"),
        ]

    def __str__(self):
        return f"{self.rank}. {self.park_id or self.district_id}"
