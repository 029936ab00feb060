"""Letters: one row and one Message-ID each; the row is the queue."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .activity import Activity
from .clock import heard

ATTEMPTS_AT_MOST = 8
# A letter whose sending ended unknown is never sent again blindly, but for one kind: the
# acknowledgement, once, under the same Message-ID, because silence is the worse fault.
RESENT_ONCE = frozenset(["received"])
# The clocks that a letter stops when it has gone: each says a word that was owed.
ANSWERED_BY = {
    "received": ["answer"],
    "question": ["answer", "first_contact"],
    "shortlist": ["answer", "first_contact", "substantive_reply"],
    "result": ["answer", "first_contact", "substantive_reply", "statutory"],
}


class MessageQuerySet(models.QuerySet):
    def due(self, at):
        """Planned and free to go."""
        return self.filter(state=Message.State.PLANNED, not_before_at__lte=at)

    def stuck(self, at):
        """Being sent by someone whose lease ran out: how it ended is unknown."""
        return self.filter(state=Message.State.SENDING, leased_until__lt=at)

    def end_unknown(self, at) -> int:
        """Nobody knows how they ended: say so, and repeat once those of a kind that may be."""
        once_more = self.filter(kind__in=RESENT_ONCE, attempts=1)
        again = once_more.update(state=Message.State.PLANNED, not_before_at=at, token=None)
        rest = self.filter(state=Message.State.SENDING)
        return again + rest.update(state=Message.State.UNCERTAIN, token=None)

    def unsettled(self):
        """Not sent, or nobody knows: somebody must look; the newest first."""
        states = [Message.State.FAILED, Message.State.UNCERTAIN]
        return (
            self.filter(state__in=states).select_related("inquiry").order_by("-planned_at", "-pk")
        )


class Message(models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", _("Held")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        UNCERTAIN = "uncertain", _("Outcome unknown")
        FAILED = "failed", _("Not sent")

    class Kind(models.TextChoices):
        RECEIVED = "received", _("Inquiry received")
        REMINDER = "reminder", _("Reminder to the officer")

    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=14, choices=Kind)
    key = models.CharField(max_length=60, unique=True)
    message_id = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=2)
    to_address = models.EmailField(max_length=254)
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    planned_at = models.DateTimeField()
    not_before_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before_at"], name="message_planned", condition=Q(state="planned")
            ),
            models.Index(
                fields=["leased_until"], name="message_sending", condition=Q(state="sending")
            ),
            models.Index(fields=["inquiry", "planned_at"], name="message_of_inquiry"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent") ^ Q(sent_at=None), name="message_sent_has_moment"
            )
        ]

    def __str__(self):
        return f"{self.kind} for {self.inquiry_id}"

    @classmethod
    def plan(cls, inquiry, kind: str, *, key: str, to: str, language: str, at) -> "Message | None":
        """Owe one letter; None when this very letter (by `key`) is owed or sent already."""
        row, created = cls.objects.get_or_create(
            key=key,
            defaults={
                "inquiry": inquiry,
                "kind": kind,
                "message_id": f"<{uuid.uuid4()}@hotline>",
                "language": language,
                "to_address": to,
                "planned_at": at,
                "not_before_at": at,
            },
        )
        return row if created else None

    def claim(self, *, at) -> bool:
        """Take it for sending under a lease; False when another process was first."""
        token = uuid.uuid4()
        taken = (
            Message.objects.due(at)
            .filter(pk=self.pk)
            .update(
                state=self.State.SENDING,
                token=token,
                leased_until=at + timedelta(seconds=settings.MESSAGE_LEASE_S),
                attempts=models.F("attempts") + 1,
            )
        )
        if taken:
            self.refresh_from_db()
        return bool(taken)

    def ours(self):
        """This row while our lease on it stands; empty once another has taken it over."""
        return Message.objects.filter(pk=self.pk, token=self.token, state=self.State.SENDING)

    @transaction.atomic
    def sent(self, *, at) -> bool:
        """The server took it; False when the lease was lost and the row is no longer ours."""
        if not self.ours().update(state=self.State.SENT, sent_at=at, token=None, last_error=""):
            return False
        Activity.objects.record(self.inquiry, "letter_sent", by=None, at=at, letter=self.kind)
        heard(self.inquiry, "letter", *ANSWERED_BY.get(self.kind, ()), at=at)
        return True

    @transaction.atomic
    def not_sent(self, error: str, *, at, final: bool) -> bool:
        """The server refused before taking it: again after a pause, or set aside with its cause."""
        final = final or self.attempts >= ATTEMPTS_AT_MOST
        pause = timedelta(seconds=min(30 * 2**self.attempts, 3600))
        if not self.ours().update(
            state=self.State.FAILED if final else self.State.PLANNED,
            not_before_at=at + pause,
            token=None,
            last_error=error[:300],
        ):
            return False
        if final:
            Activity.objects.record(self.inquiry, "letter_failed", by=None, at=at, letter=self.kind)
        return True

    @transaction.atomic
    def try_again(self, *, by, at) -> bool:
        """Send it once more on somebody's word, under the same Message-ID; False when settled."""
        waiting = Message.objects.filter(
            pk=self.pk, state__in=[self.State.FAILED, self.State.UNCERTAIN]
        )
        # One try is counted as behind it, so that no rule repeats it once more by itself.
        if not waiting.update(state=self.State.PLANNED, attempts=1, not_before_at=at):
            return False
        Activity.objects.record(self.inquiry, "retried", by=by, at=at, letter=self.kind)
        return True
