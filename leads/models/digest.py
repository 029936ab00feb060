"""The morning letter of each person: one a working day, sent when his day begins.

Planned a day ahead as a row, so nothing but the sweep has to remember it. It is never repeated
blindly, and what does not matter any more when its day is over is not sent at all.
"""

from datetime import datetime, time, timedelta

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .calendar import Timetable
from .leasing import Leasing
from .leave import Leave
from .message import ATTEMPTS_AT_MOST, Message
from .user import User

# Nobody who is on duty at night is woken by his telephone.
EARLIEST = time(7)
# Whose work it tells of.
ROLES = ("operator", "manager", "head", "district_officer")
FARTHEST_DAYS = 30


class DigestQuerySet(models.QuerySet):
    def due(self, at):
        """Planned and free to go."""
        return self.filter(state=Digest.State.PLANNED, not_before_at__lte=at)

    def stuck(self, at):
        """Being sent by someone whose lease ran out: how it ended is unknown."""
        return self.filter(state=Digest.State.SENDING, leased_until__lt=at)

    def end_unknown(self, at) -> int:
        """Never sent again: tomorrow's says the same and more."""
        return self.update(state=Digest.State.UNCERTAIN, token=None, settled_at=at)


class Digest(Leasing, models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        UNCERTAIN = "uncertain", _("Outcome unknown")
        FAILED = "failed", _("Not sent")
        SKIPPED = "skipped", _("Nothing to tell")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField()
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    not_before_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    token = models.UUIDField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=300, blank=True)
    # Since when nothing is left to be done about it.
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["not_before_at"], name="digest_planned", condition=Q(state="planned")
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "day"], name="digest_one_a_day"),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "sending"]) ^ Q(settled_at__isnull=False),
                name="digest_settled_has_moment",
            ),
        ]

    def __str__(self):
        return f"{self.day:%Y-%m-%d} for {self.user_id}"

    @property
    def to_address(self) -> str:
        return self.user.email

    @classmethod
    def awaited(cls):
        """Those who want one and have none planned."""
        open_one = cls.objects.filter(user=OuterRef("pk"), settled_at=None)
        people = User.objects.filter(is_active=True, groups__name__in=ROLES)
        wanted = people.exclude(email="").exclude(digest=User.Digest.OFF)
        return wanted.exclude(Exists(open_one)).distinct().order_by("pk")

    @classmethod
    def plan_all(cls, at) -> int:
        """Each of them gets the one of his next working day; four statements, or one for none."""
        people = list(cls.awaited().select_related("officer"))
        if not people:
            return 0
        hours, rows = Timetable.read(), []
        for user in people:
            calendar = hours.of(getattr(user, "officer", None))
            if begins := _next_beginning(calendar, at):
                day = timezone.localdate(begins)
                new = {"user": user, "day": day, "not_before_at": begins}
                rows.append(cls(message_id=Message.new_id(), **new))
        cls.objects.bulk_create(rows, ignore_conflicts=True)
        return len(rows)

    def matters(self, at) -> bool:
        """Whether its reader works on this day, which is not over, and still wants it."""
        if self.day != timezone.localdate(at) or self.user.digest == User.Digest.OFF:
            return False
        away = Leave.objects.on(self.day).filter(officer__user=self.user)
        return self.user.is_active and bool(self.user.email) and not away.exists()

    def since(self) -> datetime:
        """The beginning of the working day before it, as far as anybody knows."""
        earlier = Digest.objects.filter(user=self.user, day__lt=self.day).order_by("-day")
        last = earlier.values_list("not_before_at", flat=True).first()
        return last or self.not_before_at - timedelta(days=1)

    def skip(self, *, at) -> bool:
        """There is nothing to tell, or nobody to read it."""
        rows = Digest.objects.due(at).filter(pk=self.pk)
        return bool(rows.update(state=self.State.SKIPPED, settled_at=at))

    def sent(self, *, at) -> bool:
        """The server took it; False when the lease was lost and the row is no longer ours."""
        return self._settle(self.State.SENT, "", at=at)

    def ended_unknown(self, *, at) -> bool:
        """Its last word was cut off."""
        return self._settle(self.State.UNCERTAIN, "", at=at)

    def not_sent(self, error: str, *, at, final: bool) -> bool:
        """The server did not take it: again after a pause, or given up with its cause."""
        if final or self.attempts >= ATTEMPTS_AT_MOST:
            return self._settle(self.State.FAILED, error, at=at)
        again = {"state": self.State.PLANNED, "not_before_at": at + self.pause()}
        return bool(self.ours().update(**again, token=None, last_error=error[:300]))

    def _settle(self, state: str, error: str, *, at) -> bool:
        ended = {"state": state, "settled_at": at, "token": None, "last_error": error[:300]}
        return bool(self.ours().update(**ended))


def _next_beginning(calendar, at) -> datetime | None:
    """When the next working day begins; None where nobody works for a month."""
    today = timezone.localdate(at)
    for ahead in range(FARTHEST_DAYS):
        day = today + timedelta(days=ahead)
        for opens, _closes in calendar.intervals(day)[:1]:
            begins = timezone.make_aware(datetime.combine(day, max(opens, EARLIEST)))
            if begins > at:
                return begins
    return None
