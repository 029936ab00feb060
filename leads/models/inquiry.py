"""The inquiry: what the investor wants; the one thing that moves through the pipeline."""

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .calendar import CalendarDay
from .conversation import Conversing
from .hearing import Hearing, HearingQuerySet
from .matched import MatchedQuerySet
from .saying import WORDS, SayingQuerySet
from .secrecy import Secrecy
from .stage import MOVES, OPEN_STAGES, Disposition, LostReason, MoveRefused, Stage, WaitingOn
from .waiting import Waiting, WaitingQuerySet


class InquiryQuerySet(MatchedQuerySet, SayingQuerySet, WaitingQuerySet, HearingQuerySet):
    def visible_to(self, user):
        """What this user may open; anything else is missing to him."""
        roles = user.roles()
        if roles & {"operator", "manager", "head", "auditor"}:
            return self
        if "district_officer" in roles:
            return self.filter(referrals__district__officers__user=user).distinct()
        return self.none()

    def live(self):
        return self.filter(disposition=Disposition.LIVE)

    def open(self):
        return self.live().filter(stage__in=OPEN_STAGES)

    def awaiting_route(self):
        """Open, live and nobody's: the visible queue, oldest first."""
        return self.open().filter(officer=None).order_by("opened_at", "pk")

    def of_contacts(self, contacts):
        """Earlier inquiries of the same investors, newest first."""
        investors = [contact.investor_id for contact in contacts]
        rows = self.filter(investor__in=investors).select_related("officer")
        return rows.order_by("-last_activity_at", "-id")

    def overdue(self, at):
        return self.open().filter(next_due_at__lt=at)

    def closed(self):
        """Won, lost, or owed no answer for another reason."""
        return self.exclude(disposition=Disposition.LIVE, stage__in=OPEN_STAGES)

    def on_desk_of(self, user):
        return self.filter(officer__user=user)


class Inquiry(Secrecy, Waiting, Conversing, Hearing, models.Model):
    class Channel(models.TextChoices):
        PHONE = "phone", _("Phone")
        WEB = "web", _("Web form")
        EMAIL = "email", _("E-mail")
        VISIT = "visit", _("Visit")
        LETTER = "letter", _("Paper letter")
        PARTNER = "partner", _("Partner")

    class Kind(models.TextChoices):
        PROJECT = "project", _("Project")
        CONSULTATION = "consultation", _("Consultation")
        OTHER = "other", _("Other")

    number = models.CharField(max_length=20, unique=True)
    request_key = models.UUIDField(null=True, unique=True)
    # Of the answers as they were sent: the same key with others is another request.
    request_sha256 = models.CharField(max_length=64, blank=True)
    channel = models.CharField(_("channel"), max_length=10, choices=Channel)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PROJECT)
    language = models.CharField(_("language"), max_length=2, default="ru")
    text = models.TextField(_("what is wanted"))
    investor = models.ForeignKey(
        "leads.Investor", on_delete=models.PROTECT, related_name="inquiries"
    )
    contact = models.ForeignKey("leads.Contact", on_delete=models.PROTECT, related_name="inquiries")
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.NEW)
    disposition = models.CharField(max_length=13, choices=Disposition, default=Disposition.LIVE)
    officer = models.ForeignKey(
        "leads.Officer", null=True, on_delete=models.PROTECT, related_name="inquiries"
    )
    waiting_on = models.CharField(max_length=8, choices=WaitingOn, default=WaitingOn.NOBODY)
    waiting_until = models.DateField(null=True, blank=True)
    on_hold = models.BooleanField(default=False)
    lost_reason = models.CharField(max_length=12, choices=LostReason, blank=True)
    competing_place = models.CharField(_("went to"), max_length=120, blank=True)
    confidential = models.BooleanField(_("confidential"), default=False)
    code_name = models.CharField(_("code name"), max_length=60, blank=True)
    # What the lists filter and sort by, kept here so that one index serves each.
    main_industry = models.ForeignKey(
        "districts.Industry", null=True, on_delete=models.PROTECT, related_name="+"
    )
    main_district = models.ForeignKey(
        "districts.District", null=True, on_delete=models.PROTECT, related_name="+"
    )
    capex_mln_rub = models.FloatField(null=True, blank=True)
    # Against this registry the places of the newest run were last found to be the best.
    registry_version = models.PositiveIntegerField(default=0)
    # The newest run was made by a machine and nobody has looked at it: its places are no rows yet.
    matched_anew = models.BooleanField(default=False)
    next_due_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()
    promised_at = models.DateTimeField(null=True, blank=True)
    last_activity_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    search = models.TextField(blank=True)

    objects = InquiryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-last_activity_at", "-id"], name="inquiry_newest"),
            *(
                models.Index(
                    fields=[*fields, "-last_activity_at", "-id"], name=f"inquiry_{name}_newest"
                )
                for name, fields in {
                    "stage": ["stage"],
                    "officer": ["officer"],
                    "officer_stage": ["officer", "stage"],
                    "industry": ["main_industry"],
                    "district": ["main_district"],
                }.items()
            ),
            models.Index(fields=["next_due_at"], name="inquiry_due", condition=Q(closed_at=None)),
            models.Index(
                fields=["opened_at", "id"],
                name="inquiry_unrouted",
                condition=Q(officer=None, closed_at=None),
            ),
            GinIndex(fields=["search"], opclasses=["gin_trgm_ops"], name="inquiry_search"),
            GinIndex(WORDS, name="inquiry_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage=Stage.LOST) ^ Q(lost_reason=""), name="inquiry_lost_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=OPEN_STAGES, closed_at=None)
                | Q(stage__in=[Stage.WON, Stage.LOST], closed_at__isnull=False),
                name="inquiry_closed_at_with_stage",
            ),
            models.CheckConstraint(
                condition=Q(confidential=False) | ~Q(code_name=""),
                name="inquiry_confidential_has_code_name",
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("pipeline:inquiry", args=[self.number])

    @staticmethod
    def next_number(at) -> str:
        """INV-2026-000001: the year it came in and a sequence that never goes back."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT nextval('leads_inquiry_number')")
            return f"INV-{at.year}-{cursor.fetchone()[0]:06d}"

    @property
    def is_open(self) -> bool:
        return self.stage in OPEN_STAGES and self.disposition == Disposition.LIVE

    def moves(self) -> list[str]:
        """Stages it may go to now, in the order of the pipeline."""
        return [stage for stage in Stage.values if stage in MOVES[self.stage]]

    def changeable_by(self, user) -> bool:
        """Head: all; manager: his own, unassigned and of whom he stands in for; operator: until it
        is qualified."""
        roles = user.roles()
        if "head" in roles:
            return True
        if "manager" in roles and (self.officer is None or self.officer.user_id == user.pk):
            return True
        if "manager" in roles and self.officer_id in getattr(user, "stands_in_for", ()):
            return True
        return "operator" in roles and self.stage == Stage.NEW

    @transaction.atomic
    def advance(self, *, to: str, by, at, lost_reason: str = "", competing_place: str = "") -> bool:
        """Move to another stage; False when someone moved it first. Raises MoveRefused."""
        if to not in MOVES[self.stage]:
            raise MoveRefused("not_allowed")
        if to == Stage.LOST and not lost_reason:
            raise MoveRefused("reason_missing")
        closing = to in (Stage.WON, Stage.LOST)
        changed = Inquiry.objects.filter(pk=self.pk, stage=self.stage).update(
            stage=to,
            lost_reason=lost_reason if to == Stage.LOST else "",
            competing_place=competing_place if to == Stage.LOST else "",
            closed_at=at if closing else None,
        )
        if not changed:
            return False
        said = {"was": self.stage, "to": to, "reason": lost_reason}
        if closing:
            # What was promised and not done ends here, and the history says so.
            steps = self.follow_ups.open()
            said["dropped"] = list(steps.order_by("due_at").values_list("kind", flat=True))
            steps.close(by=by, at=at)
        Activity.objects.record(self, "advanced", by=by, at=at, **said)
        if self.closed_at and not closing:
            # Opened again: an open inquiry never stands without a next step.
            self.follow_ups.model.promise(self, "step", calendar=CalendarDay.office(), by=by, at=at)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def assign(self, officer, *, by, at, kind: str = "routed") -> bool:
        """Give it to this officer with every open step; False when it was his already."""
        others = Inquiry.objects.filter(pk=self.pk).exclude(officer=officer)
        return self._give(others, officer, by=by, at=at, kind=kind)

    @transaction.atomic
    def take(self, officer, *, by, at, kind: str = "taken") -> bool:
        """Off the queue, for oneself or another; False when it has an officer meanwhile."""
        free = Inquiry.objects.filter(pk=self.pk, officer=None)
        return self._give(free, officer, by=by, at=at, kind=kind)

    def _give(self, rows, officer, *, by, at, kind) -> bool:
        if not rows.update(officer=officer):
            return False
        type(officer).objects.filter(pk=officer.pk).update(last_assigned_at=at)
        self.follow_ups.open().update(owner=officer)
        Activity.objects.record(self, kind, by=by, at=at, officer=officer.pk)
        self.refresh_from_db()
        self.messages.model.name_officer(self, at=at)
        return True

    def note(self, text: str, *, by, at) -> Activity:
        """Words for colleagues; never shown to the investor."""
        return Activity.objects.record(self, "noted", by=by, at=at, text=text)

    def describe(self) -> None:
        """Rewrite `search` from the number, the people and their numbers; costs three queries."""
        words = [self.number, self.investor.name, self.contact.name, self.code_name]
        words += self.contact.phones.values_list("e164", flat=True)
        words += self.contact.emails.values_list("lowered", flat=True)
        Inquiry.objects.filter(pk=self.pk).update(search=" ".join(filter(None, words)).lower())
