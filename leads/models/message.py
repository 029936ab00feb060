"""Letters: one row and one Message-ID each; the row is the queue."""

from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .activity import Activity
from .answering import Answering
from .clock_stopping import unheard
from .leasing import Leasing
from .notification import Notification
from .planning import Planning
from .writing import Writing

ATTEMPTS_AT_MOST = 8
# A letter whose sending ended unknown is never sent again blindly, but for one kind: the
# acknowledgement, once, under the same Message-ID, because silence is the worse fault.
RESENT_ONCE = frozenset(["received"])
# Sent by a person: a contact.
CONTACTS = frozenset(["question", "shortlist", "delay", "result", "pack"])
TO_STAFF = frozenset(["reminder", "referral", "referral_late"])


class MessageQuerySet(models.QuerySet):
    def due(self, at):
        """Planned and free to go."""
        return self.filter(state=Message.State.PLANNED, not_before_at__lte=at)

    def next_moment(self, at):
        """When the next letter that waits may go; None when none waits."""
        rows = self.filter(state=Message.State.PLANNED, not_before_at__gt=at)
        return rows.order_by("not_before_at").values_list("not_before_at", flat=True).first()

    def stuck(self, at):
        """Being sent by someone whose lease ran out: how it ended is unknown."""
        return self.filter(state=Message.State.SENDING, leased_until__lt=at)

    @transaction.atomic
    def end_unknown(self, at) -> int:
        """Nobody knows how they ended: say so, and repeat once those of a kind that may be."""
        rows = self.filter(state=Message.State.SENDING).select_related("inquiry")
        rows = list(rows.select_for_update(skip_locked=True, of=("self",)))
        for row in rows:
            row.ended_unknown(at=at)
        return len(rows)

    def unsettled(self):
        """Not sent, or nobody knows: somebody must look; the newest first."""
        rows = self.filter(state__in=[Message.State.FAILED, Message.State.UNCERTAIN])
        return rows.select_related("inquiry").order_by("-planned_at", "-pk")

    def to_investor(self):
        return self.exclude(kind__in=TO_STAFF)


class Message(Planning, Writing, Answering, Leasing, models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        HELD = "held", pgettext_lazy("letter", "Taken back")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        UNCERTAIN = "uncertain", _("Outcome unknown")
        FAILED = "failed", _("Not sent")

    class Kind(models.TextChoices):
        RECEIVED = "received", _("Inquiry received")
        OFFICER_NAMED = "officer_named", _("Officer named")
        QUESTION = "question", pgettext_lazy("letter", "Question")
        SHORTLIST = "shortlist", _("Chosen places")
        DELAY = "delay", pgettext_lazy("letter", "New date")
        RESULT = "result", pgettext_lazy("letter", "Result")
        REMINDER = "reminder", _("Reminder to the officer")
        REFERRAL = "referral", _("Question to the district")
        REFERRAL_LATE = "referral_late", _("Reminder to the district")
        STATUS_LINK = "status_link", _("Link to the investor's page")
        PACK = "pack", _("Answer with places")
        EXTENSION = "extension", _("Notice that the answer takes longer")
        FORWARDING = "forwarding", _("Notice that the appeal was forwarded")

    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="messages")
    kind = models.CharField(max_length=14, choices=Kind)
    key = models.CharField(max_length=60, unique=True)
    message_id = models.CharField(max_length=120, unique=True)
    language = models.CharField(max_length=2)
    to_address = models.EmailField(max_length=254)
    # Of a letter that a person wrote; the others are worded when they go.
    written_by = models.ForeignKey(
        "leads.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
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
            ),
            models.CheckConstraint(
                condition=Q(written_by=None) | (~Q(subject="") & ~Q(body="")),
                name="message_written_has_words",
            ),
        ]

    def __str__(self):
        return f"{self.kind} for {self.inquiry_id}"

    @transaction.atomic
    def sent(self, *, at) -> bool:
        """The server took it; False when the lease was lost and the row is no longer ours."""
        if not self.ours().update(state=self.State.SENT, sent_at=at, token=None, last_error=""):
            return False
        self._tell("letter_sent", at=at)
        self.answer(at=at)
        if self.kind in CONTACTS:
            self.keep_contact(at=at)
        return True

    @transaction.atomic
    def not_sent(self, error: str, *, at, final: bool) -> bool:
        """The server did not take it: again after a pause, or set aside with its cause."""
        final = final or self.attempts >= ATTEMPTS_AT_MOST
        if not self.ours().update(
            state=self.State.FAILED if final else self.State.PLANNED,
            not_before_at=at + self.pause(),
            token=None,
            last_error=error[:300],
        ):
            return False
        if final:
            self._tell("letter_failed", at=at)
            self._alarm(at=at)
        return True

    @transaction.atomic
    def ended_unknown(self, *, at) -> bool:
        """Its last word was cut off: said so, and repeated once when its kind may be."""
        again = self.kind in RESENT_ONCE and self.attempts == 1
        state = self.State.PLANNED if again else self.State.UNCERTAIN
        if not self.ours().update(state=state, not_before_at=at, token=None):
            return False
        self._tell("letter_uncertain", at=at, again=again)
        if not again:
            self._alarm(at=at)
        return True

    @transaction.atomic
    def bounced(self, error: str, *, at) -> bool:
        """It came back after the server had taken it; False when that was known already."""
        gone = Message.objects.filter(pk=self.pk, state__in=[self.State.SENT, self.State.UNCERTAIN])
        if not gone.update(state=self.State.FAILED, sent_at=None, last_error=error[:300]):
            return False
        self._tell("letter_bounced", at=at)
        unheard(self.inquiry, self.sent_at, at=at)
        self._alarm(at=at)
        return True

    @transaction.atomic
    def try_again(self, *, by, at, to: str = "") -> bool:
        """Send it once more on somebody's word, under the same Message-ID; False when settled.

        `to` is another address than the one it was written to.
        """
        waiting = Message.objects.filter(
            pk=self.pk, state__in=[self.State.FAILED, self.State.UNCERTAIN]
        )
        # One try is counted as behind it, so that no rule repeats it once more by itself.
        now = {"state": self.State.PLANNED, "attempts": 1, "not_before_at": at}
        if not waiting.update(**now, to_address=to or self.to_address):
            return False
        if to:
            self.inquiry.contact.learn(email=to)
        self._tell("retried", by=by, at=at)
        return True

    def _alarm(self, *, at) -> None:
        """The investor may not have it: his officer must know, or the heads where there is none."""
        if self.kind not in TO_STAFF:
            key = f"letter:{self.pk}:{at:%Y%m%d%H%M%S}"
            told = {"key": key, "at": at, "letter": self.kind}
            Notification.tell_officer(self.inquiry, "letter_failed", **told)

    def _tell(self, kind: str, *, at, by=None, **data) -> None:
        """What became of it, in the history of its inquiry."""
        Activity.objects.record(
            self.inquiry, kind, by=by, at=at, letter=self.kind, message=self.pk, **data
        )
