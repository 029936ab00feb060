"""The inquiry: what the investor wants; the one thing that moves through the pipeline."""

from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .assigning import Assigning
from .conversation import Conversing
from .hearing import Hearing, HearingQuerySet
from .matched import MatchedQuerySet
from .moving import Moving
from .saying import WORDS, SayingQuerySet
from .searching import Searching
from .secrecy import Secrecy
from .stage import OPEN_STAGES, Disposition, LostReason, Stage, WaitingOn
from .triage import Triage, TriageQuerySet
from .waiting import Waiting, WaitingQuerySet

NO_STEP_FIRST = F("next_due_at").asc(nulls_first=True)
UNKNOWN_LAST = F("capex_mln_rub").desc(nulls_last=True)


class InquiryQuerySet(
    MatchedQuerySet, SayingQuerySet, WaitingQuerySet, HearingQuerySet, TriageQuerySet
):
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

    def received_here(self):
        """Not brought in from a file: owed a first word, an answer and a letter that it came."""
        return self.filter(brought_by=None)

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

    def last_worked_on(self, contact):
        """The open one of this contact that a word of his is most likely about; None without."""
        return self.open().filter(contact=contact).order_by("-last_activity_at", "-pk").first()

    def overdue(self, at):
        return self.open().filter(next_due_at__lt=at)

    def closed(self):
        """Won, lost, or owed no answer for another reason."""
        return self.exclude(disposition=Disposition.LIVE, stage__in=OPEN_STAGES)

    def on_desk_of(self, user):
        return self.filter(officer__user=user)


class Overtaken(Exception):
    """Somebody changed the inquiry since the page was drawn: merge with what stands now."""


class Inquiry(
    *(Secrecy, Waiting, Conversing, Hearing, Searching, Moving, Assigning, Triage, models.Model)
):
    class Channel(models.TextChoices):
        PHONE = "phone", _("Phone")
        WEB = "web", _("Web form")
        EMAIL = "email", _("E-mail")
        VISIT = "visit", _("Visit")
        LETTER = "letter", _("Paper letter")
        PARTNER = "partner", _("Partner")
        FILE = "file", _("Brought in from a file")

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
    # Raised by each row of history: a form that was drawn from an older one is merged, not obeyed.
    version = models.PositiveIntegerField(default=1)
    # When the investor and a person of ours last spoke or wrote, either way.
    contacted_at = models.DateTimeField(null=True, blank=True)

    # The import it came by: what was owed before that is history.
    brought_by = models.ForeignKey(
        "leads.ImportRun", null=True, db_index=False, on_delete=models.PROTECT, related_name="+"
    )

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
            *(
                models.Index(*columns, name=f"inquiry_{name}", condition=Q(disposition="live"))
                for name, columns in {
                    "next_due": ["next_due_at", "id"],
                    "officer_due": ["officer", "next_due_at", "id"],
                    "stage_due": ["stage", NO_STEP_FIRST, "id"],
                    "officer_stage_due": ["officer", "stage", NO_STEP_FIRST, "id"],
                    "largest": [UNKNOWN_LAST, F("id").desc()],
                    "oldest": ["opened_at", "id"],
                }.items()
            ),
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

    def still(self, version: int) -> None:
        """Lock it to the end of the transaction at this version; raises Overtaken."""
        rows = Inquiry.objects.select_for_update(of=("self",)).filter(pk=self.pk, version=version)
        if not rows.exists():
            raise Overtaken

    def contacted(self, *, at) -> None:
        """The investor and one of ours spoke or wrote: a call answered, a letter in, a letter that
        a person sent. Whatever verb learns of it says so here; rot is counted from this moment."""
        rows = Inquiry.objects.filter(Q(contacted_at=None) | Q(contacted_at__lt=at), pk=self.pk)
        rows.update(contacted_at=at)

    def note(self, text: str, *, by, at) -> Activity:
        """Words for colleagues; never shown to the investor."""
        return Activity.objects.record(self, "noted", by=by, at=at, text=text)

    def withdraw_note(self, row: Activity, *, by, at) -> bool:
        """The words stay in the history, which is never changed, and are shown as taken back."""
        Activity.objects.record(self, "note_withdrawn", by=by, at=at, undoes=row.pk)
        return True
