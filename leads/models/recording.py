"""Recordings of calls: fetched later from the exchange, kept apart, each listening written down."""

import secrets
from datetime import timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .activity import Activity

# An exchange needs a while to save the file after it tells of it: Zadarma asks for 40 seconds.
SAVED_AFTER = timedelta(seconds=40)
LEASE = timedelta(seconds=120)
ATTEMPTS_AT_MOST = 8
# One player asks for many ranges of one file; within so long they are one listening.
ONE_LISTENING = timedelta(minutes=10)


class RecordingQuerySet(models.QuerySet):
    def due(self, at):
        """To be fetched now: planned, or given up by a process that died with it."""
        planned = Q(state=Recording.State.PENDING, not_before_at__lte=at)
        return self.filter(planned | Q(state=Recording.State.FETCHING, leased_until__lt=at))

    def expired(self, at):
        """Kept to the last day of their term, which is over."""
        return self.filter(state=Recording.State.FETCHED, keep_until__lt=timezone.localdate(at))

    def visible_to(self, user):
        """Heads and auditors hear all; operators their own calls, managers those of their own
        inquiries."""
        held = user.roles()
        if held & {"head", "auditor"}:
            return self
        own = Q(pk=None)
        if "operator" in held:
            own |= Q(call__operator=user)
        if "manager" in held:
            own |= Q(call__inquiry__officer__user=user)
        return self.filter(own)


class Recording(models.Model):
    class State(models.TextChoices):
        REFUSED = "refused", _("Not kept: the caller was not told")
        PENDING = "pending", _("Not fetched yet")
        FETCHING = "fetching", _("Being fetched")
        FETCHED = "fetched", _("Kept")
        FAILED = "failed", _("Could not be fetched")
        DELETED = "deleted", _("Deleted after its term")

    call = models.ForeignKey("leads.Call", on_delete=models.PROTECT, related_name="recordings")
    reference = models.CharField(max_length=500)
    state = models.CharField(max_length=8, choices=State)
    not_before_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.CharField(max_length=32, blank=True)
    leased_until = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=80, blank=True)
    file = models.CharField(max_length=80, blank=True)
    content_type = models.CharField(max_length=20, blank=True)
    size = models.PositiveBigIntegerField(null=True)
    fetched_at = models.DateTimeField(null=True)
    keep_until = models.DateField(null=True)
    deleted_at = models.DateTimeField(null=True)

    objects = RecordingQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before_at"],
                name="recording_due",
                condition=Q(state__in=["pending", "fetching"]),
            ),
            models.Index(
                fields=["keep_until"], name="recording_term", condition=Q(state="fetched")
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["call", "reference"], name="recording_once"),
            models.CheckConstraint(
                condition=~Q(state="fetched") | ~Q(file="") & Q(keep_until__isnull=False),
                name="recording_fetched_has_file",
            ),
            models.CheckConstraint(
                condition=Q(state="deleted", file="", deleted_at__isnull=False)
                | ~Q(state="deleted") & Q(deleted_at=None),
                name="recording_deleted_has_no_file",
            ),
        ]

    def __str__(self):
        return f"{self.state} of {self.call_id}"

    @property
    def can_be_heard(self) -> bool:
        return self.state == self.State.FETCHED

    @classmethod
    def offer(cls, call, references, *, at) -> list["Recording"]:
        """Plan what the exchange offers, or refuse it until the notice is known; new ones only."""
        told = call.notice_given_at is not None
        state = cls.State.PENDING if told else cls.State.REFUSED
        due = at + SAVED_AFTER
        rows = [cls(call=call, reference=one, state=state, not_before_at=due) for one in references]
        cls.objects.bulk_create(rows, ignore_conflicts=True)
        if told:
            # The word of the notice came after that of the recording.
            late = cls.objects.filter(call=call, state=cls.State.REFUSED)
            late.update(state=cls.State.PENDING, not_before_at=due)
        return rows

    @transaction.atomic
    def claim(self, *, at) -> bool:
        """Take it for as long as a fetch may last; False when another has it or nobody was told."""
        token = secrets.token_hex(16)
        free = Recording.objects.due(at).filter(pk=self.pk, call__notice_given_at__isnull=False)
        # A join cannot be updated through, so the row is named by its key.
        free = Recording.objects.filter(pk__in=free.select_for_update(of=("self",)).values("pk"))
        changed = free.update(
            state=self.State.FETCHING,
            token=token,
            leased_until=at + LEASE,
            attempts=models.F("attempts") + 1,
        )
        if changed:
            self.refresh_from_db()
        return bool(changed) and self.token == token

    def _ours(self):
        return Recording.objects.filter(
            pk=self.pk, state=self.State.FETCHING, token=self.token
        ).exclude(token="")

    def fetched(self, *, file: str, content_type: str, size: int, keep_until, at) -> bool:
        """Its file lies there whole; False when the lease was lost, and the file is nobody's."""
        return bool(
            self._ours().update(
                state=self.State.FETCHED,
                file=file,
                content_type=content_type,
                size=size,
                keep_until=keep_until,
                fetched_at=at,
                token="",
                leased_until=None,
                last_error="",
            )
        )

    def not_fetched(self, error: str, *, at, final: bool = False) -> bool:
        """Again after a pause, or set aside with its cause after eight tries."""
        final = final or self.attempts >= ATTEMPTS_AT_MOST
        pause = timedelta(seconds=min(30 * 2**self.attempts, 3600))
        return bool(
            self._ours().update(
                state=self.State.FAILED if final else self.State.PENDING,
                not_before_at=at + pause,
                token="",
                leased_until=None,
                last_error=error[:80],
            )
        )

    @transaction.atomic
    def deleted(self, *, at) -> bool:
        """Its file is gone; that it was kept, and who heard it, stays written down."""
        rows = Recording.objects.expired(at).filter(pk=self.pk)
        if not rows.update(state=self.State.DELETED, file="", deleted_at=at):
            return False
        if self.call.inquiry is not None:
            said = {"recording": self.pk, "call": self.call_id}
            Activity.objects.record(self.call.inquiry, "recording_deleted", by=None, at=at, **said)
        return True

    @transaction.atomic
    def hear(self, *, by, at) -> "Listening":
        """Write down who listens, before a byte of it is given."""
        Recording.objects.select_for_update().get(pk=self.pk)
        same = self.listenings.filter(by=by, at__gt=at - ONE_LISTENING).first()
        return same or self.listenings.create(by=by, at=at)


class Listening(models.Model):
    """Who listened to which recording, and when."""

    recording = models.ForeignKey(Recording, on_delete=models.PROTECT, related_name="listenings")
    by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["recording", "at"], name="listenings_of_recording")]

    def __str__(self):
        return f"{self.by_id} {self.at:%Y-%m-%d %H:%M}"
