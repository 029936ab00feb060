"""The heartbeat: when the last sweep ended, on the database's clock."""

from datetime import timedelta

from django.db import models
from django.db.models.functions import Now

# As long may nothing move before staff and the monitor are told.
STANDSTILL = timedelta(seconds=90)


class HeartbeatQuerySet(models.QuerySet):
    def beating(self):
        """The row while a sweep ended lately, by the database's own clock; else none."""
        return self.filter(ended_at__gte=Now() - STANDSTILL)


class Heartbeat(models.Model):
    """One row, none before the first sweep."""

    class By(models.TextChoices):
        WORKER = "worker"
        COMMAND = "command"

    ended_at = models.DateTimeField()
    by = models.CharField(max_length=7, choices=By)

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="heartbeat_one_row")]

    def __str__(self):
        return f"{self.by} {self.ended_at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, *, by: str, at) -> None:
        """A sweep ended; of several at once the last word stands."""
        cls.objects.bulk_create([cls(pk=1, by=by, ended_at=at)], ignore_conflicts=True)
        cls.objects.filter(ended_at__lt=at).update(by=by, ended_at=at)
