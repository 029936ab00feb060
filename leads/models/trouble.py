"""Trouble: work that failed, waits for another try, or was set aside until somebody looks."""

import traceback
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .activity import Activity

ATTEMPTS_AT_MOST = 8
TRIED_FOR_AT_MOST = timedelta(hours=24)


class TroubleQuerySet(models.QuerySet):
    def resting(self, at):
        """Not to be tried at this moment: set aside, or in its pause."""
        return self.filter(Q(set_aside_at__isnull=False) | Q(not_before_at__gt=at))

    def spent(self, at):
        """Tried often or long enough, and not set aside yet."""
        spent = Q(attempts__gte=ATTEMPTS_AT_MOST) | Q(first_at__lte=at - TRIED_FOR_AT_MOST)
        return self.filter(spent, set_aside_at=None)

    def set_aside(self, at) -> int:
        return self.update(set_aside_at=at)

    def listed(self):
        """Set aside, the newest first."""
        rows = self.filter(set_aside_at__isnull=False).select_related("inquiry")
        return rows.order_by("-set_aside_at", "-pk")


class Trouble(models.Model):
    """One item of one task. The row stands before the try begins: a try that kills is counted."""

    class Task(models.TextChoices):
        ROUTE = "leads.route", _("Find an officer")
        MATCH = "leads.match", _("Match places")
        REMIND = "leads.remind", _("Remind the officer")
        TELL = "leads.tell", _("Tell of a term")
        ATTEND = "leads.attend", _("Keep a clock")
        SEND = "leads.send", _("Send a letter")
        TAKE_IN = "leads.take_in", _("Read an e-mail")
        FOLD = "leads.fold", _("Understand a call")
        GIVE_UP = "leads.give_up", _("End a silent call")
        SETTLE = "leads.settle", _("Owe a call back")
        FETCH = "leads.fetch", _("Fetch a recording")
        DIAL = "leads.dial", _("Ask the exchange to call")
        DIGEST = "leads.digest", _("Send the morning letter")
        ERASE = "leads.erase", _("Delete a recording")
        MAKE_PACK = "leads.make_pack", _("Prepare an answer")
        BRING_IN = "leads.bring_in", _("Bring in a file")

    task = models.CharField(max_length=20, choices=Task)
    key = models.BigIntegerField()
    # None for what is about no inquiry: a call has none yet, a digest never.
    inquiry = models.ForeignKey(
        "leads.Inquiry", null=True, on_delete=models.CASCADE, related_name="troubles"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    # The type and place of an error only: its message may quote what a person typed.
    error = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=160, blank=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    not_before_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)

    objects = TroubleQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["-set_aside_at", "-id"],
                name="trouble_set_aside",
                condition=Q(set_aside_at__isnull=False),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["task", "key"], name="trouble_one_an_item"),
        ]

    def __str__(self):
        return f"{self.task} {self.key}"

    @classmethod
    def begin(cls, task: str, key: int, *, inquiry_id: int | None, at) -> "Trouble | None":
        """Count one try before it begins; None when another process has the item or it rests."""
        row, created = cls.objects.get_or_create(
            task=task,
            key=key,
            defaults={
                "inquiry_id": inquiry_id,
                "attempts": 1,
                "first_at": at,
                "last_at": at,
                "not_before_at": at + _pause(1),
            },
        )
        if created:
            return row
        attempts = row.attempts + 1
        free = cls.objects.filter(
            pk=row.pk, attempts=row.attempts, set_aside_at=None, not_before_at__lte=at
        )
        if not free.update(attempts=attempts, last_at=at, not_before_at=at + _pause(attempts)):
            return None
        row.refresh_from_db()
        return row

    def failed(self, error: Exception) -> None:
        """Remember why; the pause before the next try was set when this one began."""
        self.error, self.place = type(error).__name__[:80], _where(error)[:160]
        Trouble.objects.filter(pk=self.pk).update(error=self.error, place=self.place)

    def over(self) -> None:
        """It went well: nothing to remember."""
        Trouble.objects.filter(pk=self.pk).delete()

    @transaction.atomic
    def try_again(self, *, by, at) -> bool:
        """Give it back to the sweep with all its tries; False when it is not set aside any more."""
        waiting = Trouble.objects.filter(pk=self.pk, set_aside_at__isnull=False)
        if not waiting.update(set_aside_at=None, attempts=0, first_at=at, not_before_at=at):
            return False
        if self.inquiry is not None:
            Activity.objects.record(self.inquiry, "retried", by=by, at=at, task=self.task)
        return True


def _pause(attempts: int) -> timedelta:
    """The first is short: most often the process or the database failed, not the item."""
    return timedelta(seconds=20 if attempts == 1 else min(30 * 2**attempts, 3600))


def _where(error: Exception) -> str:
    """The last line of ours that it passed, as path:line, or of anybody's when none was."""
    frames = traceback.extract_tb(error.__traceback__)
    root = settings.BASE_DIR
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(root / "leads")]
    if not frames:
        return ""
    last = (ours or frames)[-1]
    path = Path(last.filename)
    shown = path.relative_to(root) if path.is_relative_to(root) else path.name
    return f"{shown}:{last.lineno}"
