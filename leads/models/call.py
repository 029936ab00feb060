"""Calls: one conversation or attempt, as the exchange saw it and the operator logged it."""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# A hang-up that never came: nothing was heard of the call for so long.
RINGS_AT_MOST = timedelta(minutes=10)
TALKS_AT_MOST = timedelta(hours=4)


class CallTaken(Exception):
    """The call was logged before, by whoever `str()` of it names in a sentence."""


class CallQuerySet(models.QuerySet):
    def of_operator(self, user):
        return self.filter(operator=user)

    def open_to(self, user):
        """Calls that this operator may log: his own, and those that nobody has taken."""
        return self.filter(Q(operator=user) | Q(operator=None))

    def newest(self, limit: int):
        rows = self.logged().select_related("inquiry", "contact__investor", "operator")
        return rows.order_by("-started_at", "-id")[:limit]

    def logged(self):
        return self.filter(logged_at__isnull=False)

    def ended(self):
        return self.filter(state=Call.State.ENDED)

    def going_on(self):
        return self.exclude(state=Call.State.ENDED)

    def at_phone(self, extension: str):
        """Those that ring at this phone, or talk with it; none for a person without one."""
        if not extension:
            return self.none()
        rings = Q(ringing__contains=[extension])
        return self.going_on().filter(rings | Q(state=Call.State.TALKING, inner_number=extension))

    def waiting_to_be_logged(self):
        """Somebody talked, and nobody has written down about what."""
        return self.ended().filter(disposition=Call.Disposition.ANSWERED, logged_at=None)

    def owing_call_back(self):
        """Nobody talked with who called, or he was promised a call; and none is owed yet."""
        unheard = Q(direction=Call.Direction.INBOUND, disposition__in=UNHEARD, logged_at=None)
        return self.filter(unheard | Q(outcome__in=CALLED_BACK_AFTER), call_back=None)

    def answered_since(self, e164: str, moment):
        """Whoever has this number talked with us at that moment or later."""
        return self.filter(
            phone_e164=e164, disposition=Call.Disposition.ANSWERED, started_at__gte=moment
        )

    def visible_to(self, user):
        """Operators and heads see every call; others those of inquiries that are their own."""
        if user.roles() & {"operator", "head"}:
            return self
        return self.filter(inquiry__officer__user=user)

    def silent(self, at):
        """Going on, as far as was heard, and for too long nothing was."""
        rings = Q(state=Call.State.RINGING, heard_at__lt=at - RINGS_AT_MOST)
        talks = Q(state=Call.State.TALKING, heard_at__lt=at - TALKS_AT_MOST)
        return self.going_on().filter(rings | talks)


class Call(models.Model):
    class Direction(models.TextChoices):
        INBOUND = "inbound", _("Inbound")
        OUTBOUND = "outbound", _("Outbound")

    class State(models.TextChoices):
        RINGING = "ringing", _("Ringing")
        TALKING = "talking", _("Talking")
        ENDED = "ended", _("Ended")

    class Disposition(models.TextChoices):
        ANSWERED = "answered", _("Answered")
        MISSED = "missed", _("Missed")
        ABANDONED = "abandoned", _("Caller gave up")
        OUT_OF_HOURS = "out_of_hours", _("Out of hours")
        VOICEMAIL = "voicemail", _("Voicemail")
        BUSY = "busy", _("Busy")
        FAILED = "failed", _("Did not go through")

    class Outcome(models.TextChoices):
        INQUIRY = "inquiry", _("Inquiry")
        CONSULTATION = "consultation", _("Consultation")
        CALL_BACK = "call_back", _("Call back")
        OFF_TOPIC = "off_topic", _("Off topic")
        DROPPED = "dropped", _("Cut off")

    request_key = models.UUIDField(null=True, unique=True)
    direction = models.CharField(max_length=8, choices=Direction, default=Direction.INBOUND)
    phone_raw = models.CharField(_("phone"), max_length=80, blank=True)
    phone_e164 = models.CharField(max_length=16, blank=True)
    extension = models.CharField(max_length=12, blank=True)
    hidden = models.BooleanField(_("number hidden"), default=False)
    operator = models.ForeignKey(
        "leads.User", null=True, on_delete=models.PROTECT, related_name="calls"
    )
    contact = models.ForeignKey(
        "leads.Contact", null=True, on_delete=models.PROTECT, related_name="calls"
    )
    inquiry = models.ForeignKey(
        "leads.Inquiry", null=True, on_delete=models.PROTECT, related_name="calls"
    )
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    note = models.TextField(blank=True)
    logged_at = models.DateTimeField(null=True)
    # As the exchange saw it; folded anew from all of the call's events whenever one comes.
    provider = models.CharField(max_length=12, blank=True)
    exchange_id = models.CharField(max_length=500, null=True)  # noqa: DJ001
    state = models.CharField(max_length=7, choices=State, default=State.ENDED)
    disposition = models.CharField(max_length=12, choices=Disposition, blank=True)
    answered_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    notice_given_at = models.DateTimeField(null=True)
    line = models.ForeignKey("leads.Line", null=True, on_delete=models.PROTECT, related_name="+")
    line_raw = models.CharField(max_length=40, blank=True)
    ringing = ArrayField(models.CharField(max_length=12), default=list)
    rang = ArrayField(models.CharField(max_length=12), default=list)
    inner_number = models.CharField(max_length=12, blank=True)
    transfers = ArrayField(models.CharField(max_length=12), default=list)
    call_back = models.ForeignKey(
        "leads.CallBack", null=True, on_delete=models.PROTECT, related_name="calls"
    )

    objects = CallQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["phone_e164", "-started_at"], name="call_of_number"),
            models.Index(fields=["-started_at", "-id"], name="call_newest"),
            models.Index(fields=["heard_at"], name="call_going_on", condition=~Q(state="ended")),
            models.Index(
                fields=["-started_at"],
                name="call_unlogged",
                condition=Q(logged_at=None, state="ended"),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hidden=False) | Q(phone_e164=""), name="call_hidden_has_no_number"
            ),
            models.CheckConstraint(
                condition=Q(inquiry__isnull=False) | ~Q(outcome__in=["inquiry", "consultation"]),
                name="call_about_something_has_inquiry",
            ),
            models.UniqueConstraint(fields=["provider", "exchange_id"], name="call_once"),
            models.CheckConstraint(
                condition=Q(provider="") ^ Q(exchange_id__isnull=False),
                name="call_of_exchange_has_id",
            ),
            models.CheckConstraint(
                condition=Q(logged_at=None) ^ ~Q(outcome=""), name="call_logged_has_outcome"
            ),
        ]

    def __str__(self):
        return f"{self.phone_e164 or self.phone_raw or '—'} {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def owes_call_back(self) -> bool:
        unheard = self.logged_at is None and self.disposition in UNHEARD
        return (unheard and self.direction == self.Direction.INBOUND) or (
            self.outcome in CALLED_BACK_AFTER
        )

    @classmethod
    def of_exchange(cls, provider: str, exchange_id: str, *, at) -> "Call":
        """The one row of this call, locked until the transaction ends; made when it is new."""
        known = cls.objects.select_for_update(of=("self",))
        row = known.filter(provider=provider, exchange_id=exchange_id).first()
        if row is None:
            new = cls(provider=provider, exchange_id=exchange_id, started_at=at)
            cls.objects.bulk_create([new], ignore_conflicts=True)
            row = known.get(provider=provider, exchange_id=exchange_id)
        return row

    @transaction.atomic
    def complete(self, *, by, request_key, at) -> None:
        """Write what came of a call of the exchange. Raises CallTaken when logged before."""
        told = {name: getattr(self, name) for name in TYPED}
        unlogged = Call.objects.filter(pk=self.pk, logged_at=None)
        if not unlogged.update(**told, operator=by, request_key=request_key, logged_at=at):
            first = Call.objects.select_related("operator").get(pk=self.pk)
            raise CallTaken(_("%(who)s has logged this call already") % {"who": first.operator})
        self.refresh_from_db()

    def give_up(self, *, at) -> bool:
        """Say that its hang-up was lost; False when it ended, or was heard of, meanwhile."""
        silent = Call.objects.silent(at).filter(pk=self.pk)
        return bool(silent.update(given_up_at=models.F("heard_at")))


TYPED = ("phone_raw", "phone_e164", "extension", "hidden", "outcome", "note", "contact", "inquiry")
# Nobody of ours talked with him.
UNHEARD = frozenset(
    {"missed", "abandoned", "out_of_hours", "voicemail", "busy", "failed"}  # not "answered"
)
CALLED_BACK_AFTER = frozenset({"call_back", "dropped"})
