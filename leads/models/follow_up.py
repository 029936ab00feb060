"""Follow-ups: one promise each, with an owner and a due moment."""

from django.db import models, transaction
from django.db.models import Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .calendar import CalendarDay
from .clock_stopping import heard
from .inquiry import Inquiry
from .leave import Leave
from .message import Message
from .taking_back import TakingBack, TakingBackQuerySet
from .term import Term
from .unreached import Unreached


class NextStepOwed(Exception):
    """An open inquiry never stands without a next step: its last one must name another."""


class FollowUpQuerySet(TakingBackQuerySet):
    def open(self):
        return self.filter(done_at=None)

    def overdue(self, at):
        return self.open().filter(due_at__lt=at)

    def awaiting_reminder(self, at):
        """Overdue, owned, and the owner not yet told."""
        return self.overdue(at).filter(reminded_at=None).exclude(owner=None)

    def visible_to(self, user):
        return self.filter(inquiry__in=Inquiry.objects.visible_to(user))

    def on_desk_of(self, user, *, at):
        """His own and those of whom he stands in for; on the head's desk also what is nobody's yet,
        and whatever reached nobody too often."""
        away = Leave.objects.on(timezone.localdate(at)).filter(substitute__user=user)
        mine = Q(owner__user=user) | Q(owner__in=away.values("officer"))
        if "head" in user.roles():
            mine |= Q(owner=None) | Q(with_head_at__isnull=False)
        return self.open().filter(mine)

    def done_by(self, user, *, since):
        """What he ticked off; what ended with its inquiry or was taken back is no work done."""
        ended = [FollowUp.Outcome.REACHED, FollowUp.Outcome.UNREACHED]
        return self.filter(done_by=user, done_at__gte=since, outcome__in=ended)

    @transaction.atomic
    def remind(self, *, at, most: int | None = None) -> list[int]:
        """Tell each owner once that it is late; the keys of those told now, in the order due.

        A statement each for all of them, not for one. Those that another process holds are left
        to it.
        """
        held = self.awaiting_reminder(at).select_for_update(skip_locked=True, of=("self",))
        rows = list(held.select_related("owner__user").order_by("due_at", "pk")[:most])
        keys = [row.pk for row in rows]
        if not keys:
            return []
        FollowUp.objects.filter(pk__in=keys).update(reminded_at=at)
        for kind in sorted({row.kind for row in rows}):
            of_kind = [row.inquiry_id for row in rows if row.kind == kind]
            Activity.objects.record_many(of_kind, "reminded", at=at, step=kind)
        Activity.objects.raise_many({row.inquiry_id for row in rows}, at=at)
        Message.plan_many([row.reminder(at=at) for row in rows if row.owner.user.email])
        return keys

    def close(self, *, by, at):
        """End every one of them with their inquiry; no next step is owed then."""
        inquiries = set(self.values_list("inquiry_id", flat=True))
        self.update(done_at=at, done_by=by, outcome=FollowUp.Outcome.CLOSED)
        Inquiry.objects.filter(pk__in=inquiries).update(next_due_at=None)


class FollowUp(Unreached, TakingBack, models.Model):
    class Kind(models.TextChoices):
        FIRST_CONTACT = "first_contact", _("First contact")
        SUBSTANTIVE_REPLY = "substantive_reply", _("Full answer")
        CALL_BACK = "call_back", _("Call back")
        CHECK_IN = "check_in", _("Ask how it goes")
        AFTERCARE = "aftercare", _("Look after the won project")
        REPLY = "reply", _("Answer the investor's mail")
        STEP = "step", _("Next step")

    class Outcome(models.TextChoices):
        REACHED = "reached", _("Done")
        UNREACHED = "unreached", _("Not reached")
        CLOSED = "closed", _("Closed with the inquiry")
        WITHDRAWN = "withdrawn", _("Taken back")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="follow_ups")
    kind = models.CharField(_("step"), max_length=18, choices=Kind)
    subject = models.CharField(_("what to do"), max_length=200, blank=True)
    owner = models.ForeignKey(
        "leads.Officer", null=True, on_delete=models.PROTECT, related_name="follow_ups"
    )
    due_at = models.DateTimeField(_("due"))
    rule = models.CharField(max_length=40)
    opened_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=9, choices=Outcome, blank=True)
    # Each try that reached nobody: when, why, by whom.
    tries = models.JSONField(default=list, blank=True)
    with_head_at = models.DateTimeField(null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="follow_up_open", condition=Q(done_at=None)
            ),
            models.Index(
                fields=["due_at"],
                name="follow_up_unreminded",
                condition=Q(done_at=None, reminded_at=None),
            ),
            models.Index(fields=["inquiry", "done_at"], name="follow_up_of_inquiry"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None) ^ ~Q(outcome=""), name="follow_up_done_has_outcome"
            ),
            # One open promise of a kind: a second is the same promise with another date.
            models.UniqueConstraint(
                fields=["inquiry", "kind"],
                condition=Q(done_at=None) & ~Q(kind__in=["step", "aftercare"]),
                name="follow_up_one_open_of_a_kind",
            ),
        ]

    def __str__(self):
        return f"{self.kind} of {self.inquiry_id}"

    @classmethod
    @transaction.atomic
    def promise(
        cls, inquiry, kind: str, *, calendar, by, at, due_at=None, subject: str = "", term: str = ""
    ):
        """Open a step; without `due_at` the kind's own term counts, or `term`."""
        rule = "by_hand"
        if due_at is None:
            counted = Term.objects.by_code()[term or Term.of_promise(kind, inquiry.kind)]
            due_at, rule = counted.due(calendar, at), counted.rule
        row = cls.objects.create(
            inquiry=inquiry,
            kind=kind,
            subject=subject,
            owner=inquiry.officer,
            due_at=due_at,
            rule=rule,
            opened_at=at,
        )
        cls.note_next_due(inquiry.pk)
        row._record("follow_up_opened", by=by, at=at, due=row.due_at.isoformat())
        return row

    @classmethod
    def look_after(cls, inquiry, *, by, at) -> None:
        """Promise three looks after a won project; they stay its officer's though it is closed."""
        calendar = CalendarDay.office()
        for term in ("aftercare_1", "aftercare_2", "aftercare_3"):
            words = {"calendar": calendar, "by": by, "at": at, "term": term}
            cls.promise(inquiry, cls.Kind.AFTERCARE, **words)

    @staticmethod
    def note_next_due(inquiry_id: int) -> None:
        """Keep the inquiry's `next_due_at` equal to its earliest open step; a closed one has
        none."""
        earliest = FollowUp.objects.open().filter(inquiry=inquiry_id).exclude(kind="aftercare")
        Inquiry.objects.filter(pk=inquiry_id).update(
            next_due_at=Subquery(earliest.order_by("due_at").values("due_at")[:1])
        )

    @transaction.atomic
    def complete(self, *, by, at, then=None, outcome: str = Outcome.REACHED) -> bool:
        """Tick it off; `then` is a call that opens the next step. False when done already.

        Raises NextStepOwed when an open inquiry would be left without one.
        """
        changed = FollowUp.objects.open().filter(pk=self.pk)
        if not changed.update(done_at=at, done_by=by, outcome=outcome):
            return False
        self._record("follow_up_done", by=by, at=at)
        if outcome == FollowUp.Outcome.REACHED and self.kind in CONVERSATIONS:
            heard(self.inquiry, "conversation", by=by, at=at)
        if then is not None:
            then()
        inquiry = Inquiry.objects.select_for_update().get(pk=self.inquiry_id)
        if inquiry.is_open and not inquiry.follow_ups.open().exists():
            raise NextStepOwed
        self.note_next_due(self.inquiry_id)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def postpone(self, *, to, by, at, **said) -> bool:
        """Give it a later moment; False when it was done meanwhile."""
        said |= {"due": to.isoformat(), "was": self.due_at.isoformat()}
        if not FollowUp.objects.open().filter(pk=self.pk).update(due_at=to, reminded_at=None):
            return False
        self.note_next_due(self.inquiry_id)
        self._record("follow_up_moved", by=by, at=at, **said)
        self.refresh_from_db()
        return True

    def remind(self, *, at) -> bool:
        """Tell the owner once that it is late; False when told, done or moved meanwhile."""
        return bool(FollowUp.objects.filter(pk=self.pk).remind(at=at))

    def reminder(self, *, at) -> Message:
        """The letter that says so, one for each moment it was due; not yet stored."""
        key = f"reminder:{self.pk}:{self.due_at:%Y%m%d%H%M}"
        return Message.new(
            self.inquiry_id,
            Message.Kind.REMINDER,
            key=key,
            to=self.owner.user.email,
            language="ru",
            at=at,
        )


# Ticked off as reached, these say that somebody spoke with the investor.
CONVERSATIONS = frozenset(
    [FollowUp.Kind.FIRST_CONTACT, FollowUp.Kind.CALL_BACK, FollowUp.Kind.CHECK_IN]
)
