"""Follow-ups: one promise each, with an owner and a due moment."""

from django.db import models, transaction
from django.db.models import Q, Subquery
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .clock_stopping import heard
from .inquiry import Inquiry
from .message import Message
from .term import Term


class NextStepOwed(Exception):
    """An open inquiry never stands without a next step: its last one must name another."""


class FollowUpQuerySet(models.QuerySet):
    def open(self):
        return self.filter(done_at=None)

    def overdue(self, at):
        return self.open().filter(due_at__lt=at)

    def awaiting_reminder(self, at):
        """Overdue, owned, and the owner not yet told."""
        return self.overdue(at).filter(reminded_at=None).exclude(owner=None)

    def visible_to(self, user):
        return self.filter(inquiry__in=Inquiry.objects.visible_to(user))

    def on_desk_of(self, user):
        """His own, and those of whom he stands in for; the head's desk also holds what stands on
        the queue, nobody's yet."""
        mine = Q(owner__user=user) | Q(owner__in=getattr(user, "stands_in_for", ()))
        return self.open().filter(mine | Q(owner=None) if "head" in user.roles() else mine)

    def close(self, *, by, at):
        """End every one of them with their inquiry; no next step is owed then."""
        inquiries = set(self.values_list("inquiry_id", flat=True))
        self.update(done_at=at, done_by=by, outcome=FollowUp.Outcome.CLOSED)
        Inquiry.objects.filter(pk__in=inquiries).update(next_due_at=None)


class FollowUp(models.Model):
    class Kind(models.TextChoices):
        FIRST_CONTACT = "first_contact", _("First contact")
        SUBSTANTIVE_REPLY = "substantive_reply", _("Full answer")
        CALL_BACK = "call_back", _("Call back")
        CHECK_IN = "check_in", _("Ask how it goes")
        STEP = "step", _("Next step")

    class Outcome(models.TextChoices):
        REACHED = "reached", _("Done")
        UNREACHED = "unreached", _("Not reached")
        CLOSED = "closed", _("Closed with the inquiry")

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
                condition=Q(done_at=None) & ~Q(kind="step"),
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
        note_next_due(inquiry.pk)
        Activity.objects.record(
            inquiry, "follow_up_opened", by=by, at=at, step=kind, due=row.due_at.isoformat()
        )
        return row

    @transaction.atomic
    def complete(self, *, by, at, then=None, outcome: str = Outcome.REACHED) -> bool:
        """Tick it off; `then` is a call that opens the next step. False when done already.

        Raises NextStepOwed when an open inquiry would be left without one.
        """
        changed = FollowUp.objects.open().filter(pk=self.pk)
        if not changed.update(done_at=at, done_by=by, outcome=outcome):
            return False
        Activity.objects.record(self.inquiry, "follow_up_done", by=by, at=at, step=self.kind)
        if outcome == FollowUp.Outcome.REACHED and self.kind in CONVERSATIONS:
            heard(self.inquiry, "conversation", by=by, at=at)
        if then is not None:
            then()
        inquiry = Inquiry.objects.select_for_update().get(pk=self.inquiry_id)
        if inquiry.is_open and not inquiry.follow_ups.open().exists():
            raise NextStepOwed
        note_next_due(self.inquiry_id)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def postpone(self, *, to, by, at) -> bool:
        """Give it a later moment; False when it was done meanwhile."""
        if not FollowUp.objects.open().filter(pk=self.pk).update(due_at=to, reminded_at=None):
            return False
        note_next_due(self.inquiry_id)
        Activity.objects.record(
            self.inquiry, "follow_up_moved", by=by, at=at, step=self.kind, due=to.isoformat()
        )
        self.refresh_from_db()
        return True

    @transaction.atomic
    def remind(self, *, at) -> bool:
        """Tell the owner once that it is late; False when told, done or moved meanwhile."""
        waiting = FollowUp.objects.awaiting_reminder(at).filter(pk=self.pk)
        if not waiting.update(reminded_at=at):
            return False
        Activity.objects.record(self.inquiry, "reminded", by=None, at=at, step=self.kind)
        if self.owner.user.email:
            Message.plan(
                self.inquiry,
                Message.Kind.REMINDER,
                key=f"reminder:{self.pk}:{self.due_at:%Y%m%d%H%M}",
                to=self.owner.user.email,
                language="ru",
                at=at,
            )
        return True


# Ticked off as reached, these say that somebody spoke with the investor.
CONVERSATIONS = frozenset(
    [FollowUp.Kind.FIRST_CONTACT, FollowUp.Kind.CALL_BACK, FollowUp.Kind.CHECK_IN]
)


def note_next_due(inquiry_id: int) -> None:
    """Keep the inquiry's `next_due_at` equal to its earliest open step."""
    earliest = FollowUp.objects.open().filter(inquiry=inquiry_id).order_by("due_at")
    Inquiry.objects.filter(pk=inquiry_id).update(
        next_due_at=Subquery(earliest.values("due_at")[:1])
    )
