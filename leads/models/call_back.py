"""Call-backs: somebody called and nobody talked with him; owed until he was reached."""

from datetime import timedelta

from django.db import connection, models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .call import UNHEARD, Call
from .call_back_rule import CallBackRule
from .clock import Clock
from .inquiry import Inquiry
from .user import User


class CallBackQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at=None)

    def of_number(self, e164: str):
        return self.filter(phone_e164=e164).exclude(phone_e164="")

    def visible_to(self, user):
        """Operators and heads see all; a manager his own."""
        if user.roles() & {"operator", "head"}:
            return self
        return self.filter(owner=user)

    def listed(self):
        """The most urgent first."""
        rows = self.select_related("contact__investor", "owner", "line")
        return rows.order_by("due_at", "pk")


class CallBack(models.Model):
    """One open row a number: whoever calls again joins it. A hidden number has a row of its own,
    which nobody can work off but only tick."""

    class Outcome(models.TextChoices):
        REACHED = "reached", _("Reached")
        CALLED_AGAIN = "called_again", _("Called again and was answered")
        WRONG_NUMBER = "wrong_number", _("Wrong number")
        UNREACHABLE = "unreachable", _("Could not be reached")
        NOTED = "noted", _("Noted, no number to call")
        WITHDRAWN = "withdrawn", _("Was answered after all")

    kind = models.CharField(max_length=12, choices=CallBackRule.Kind)
    phone_raw = models.CharField(_("phone"), max_length=80, blank=True)
    phone_e164 = models.CharField(max_length=16, blank=True)
    contact = models.ForeignKey("leads.Contact", null=True, on_delete=models.PROTECT)
    line = models.ForeignKey("leads.Line", null=True, on_delete=models.PROTECT)
    owner = models.ForeignKey(
        "leads.User", null=True, on_delete=models.PROTECT, related_name="call_backs"
    )
    misses = models.PositiveSmallIntegerField(default=1)
    opened_at = models.DateTimeField()
    last_missed_at = models.DateTimeField()
    due_at = models.DateTimeField(_("due"))
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        "leads.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)

    objects = CallBackQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at", "id"], name="call_back_open", condition=Q(closed_at=None)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["phone_e164"],
                condition=Q(closed_at=None) & ~Q(phone_e164=""),
                name="call_back_one_open_a_number",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) ^ ~Q(outcome=""), name="call_back_closed_has_outcome"
            ),
        ]

    def __str__(self):
        return f"{self.phone_e164 or '—'} {self.opened_at:%Y-%m-%d %H:%M}"

    @property
    def subject(self) -> str:
        """Under which its clock runs."""
        return f"call_back:{self.pk}"

    @property
    def can_be_called(self) -> bool:
        return bool(self.phone_e164)

    @classmethod
    @transaction.atomic
    def owe(cls, call: Call, *, calendar, at) -> "CallBack":
        """Join the open one of this number, or open one, with its owner and its moment."""
        missed_at = call.ended_at or call.started_at
        open_one = cls.objects.open().of_number(call.phone_e164).select_for_update().first()
        if open_one is not None:
            cls.objects.filter(pk=open_one.pk).update(
                misses=F("misses") + 1, last_missed_at=max(open_one.last_missed_at, missed_at)
            )
        kind = call.outcome if call.outcome else call.disposition
        known = call.contact_id is not None
        rule = CallBackRule.that_fits(kind=kind, line_id=call.line_id, known=known)
        row = open_one or cls.objects.create(
            kind=kind,
            phone_raw=call.phone_raw,
            phone_e164=call.phone_e164,
            contact_id=call.contact_id,
            line_id=call.line_id,
            owner=_owner(rule, call),
            opened_at=at,
            last_missed_at=missed_at,
            due_at=calendar.add(missed_at, timedelta(minutes=rule.working_minutes)),
        )
        if open_one is None:
            row._count(rule, at=at)
        Call.objects.filter(pk=call.pk).update(call_back=row)
        call.call_back = row
        row.refresh_from_db()
        return row

    def _count(self, rule: CallBackRule, *, at) -> None:
        term = f"call_back:{rule.working_minutes}:minutes"
        about = {"subject": self.subject, "owner": self.owner}
        Clock.start(Clock.Kind.CALL_BACK, at=at, due_at=self.due_at, rule=term, **about)

    @classmethod
    @transaction.atomic
    def release(cls, call: Call, *, at) -> None:
        """A late event told that he was answered: nothing is owed for this call."""
        row = cls.objects.select_for_update().get(pk=call.call_back_id)
        Call.objects.filter(pk=call.pk).update(call_back=None)
        call.call_back = None
        left = row.calls.count()
        if left:
            cls.objects.filter(pk=row.pk).update(misses=left)
        else:
            row.close(outcome=cls.Outcome.WITHDRAWN, by=None, at=at)

    @transaction.atomic
    def close(self, *, outcome: str, by, at) -> bool:
        """End it; False when it was ended already."""
        waiting = CallBack.objects.open().filter(pk=self.pk)
        if not waiting.update(closed_at=at, closed_by=by, outcome=outcome):
            return False
        event = Clock.Event.CALL if outcome in TALKED else Clock.Event.CLOSED
        Clock.objects.filter(subject=self.subject).stop(event, by=by, at=at)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def take(self, *, by, at) -> bool:
        """Answer for it; False when another did first, or it is over."""
        free = CallBack.objects.open().filter(pk=self.pk).filter(Q(owner=None) | Q(owner=by))
        if not free.update(owner=by):
            return False
        Clock.objects.running().filter(subject=self.subject).update(owner=by)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def attempt(self, *, reason: str, by, at, call: Call | None = None) -> bool:
        """Write down a try that did not reach him; the same outbound call counts once."""
        if not CallBack.objects.open().filter(pk=self.pk).exists():
            return False
        new = CallBackAttempt(call_back=self, reason=reason, by=by, at=at, call=call)
        CallBackAttempt.objects.bulk_create([new], ignore_conflicts=True)
        return True


# Ended so, somebody of ours has talked with him.
TALKED = frozenset(
    [CallBack.Outcome.REACHED, CallBack.Outcome.CALLED_AGAIN, CallBack.Outcome.WITHDRAWN]
)


class CallBackAttempt(models.Model):
    """One try that did not reach the caller, with the reason."""

    class Reason(models.TextChoices):
        NO_ANSWER = "no_answer", _("No answer")
        BUSY = "busy", _("Busy")
        FAILED = "failed", _("Did not go through")
        ASKED_LATER = "asked_later", _("Asked to call later")
        MACHINE = "machine", _("Answering machine")

    call_back = models.ForeignKey(CallBack, on_delete=models.CASCADE, related_name="attempts")
    reason = models.CharField(_("what came of it"), max_length=12, choices=Reason)
    by = models.ForeignKey("leads.User", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    call = models.OneToOneField(Call, null=True, on_delete=models.PROTECT, related_name="attempt")

    class Meta:
        indexes = [models.Index(fields=["call_back", "at"], name="call_back_attempts")]

    def __str__(self):
        return f"{self.reason} {self.at:%Y-%m-%d %H:%M}"


def hold_number(e164: str) -> None:
    """Until the transaction ends nobody else settles calls of this number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"call back {e164}"])


def _owner(rule: CallBackRule, call: Call) -> User | None:
    """Somebody who can be named now; None is the queue of all operators."""
    if rule.owner == CallBackRule.Owner.OPERATOR:
        if call.operator_id or len(call.rang) != 1:
            return call.operator
        return User.objects.filter(extension=call.rang[0], is_active=True).first()
    if rule.owner == CallBackRule.Owner.OFFICER and call.contact_id:
        of_caller = Inquiry.objects.open().filter(contact=call.contact_id, officer__isnull=False)
        newest = of_caller.select_related("officer__user").order_by("-opened_at").first()
        return newest.officer.user if newest else None
    return None


__all__ = ["UNHEARD", "CallBack", "CallBackAttempt", "CallBackRule", "hold_number"]
