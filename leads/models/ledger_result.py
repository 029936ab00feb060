"""What the recounts of the ledger found, one row each."""

from datetime import timedelta

from django.db import models, transaction

from .notification import Notification

# A recount every five minutes, for so long; one that found something stays for good.
KEPT_FOR = timedelta(days=90)


class LedgerResult(models.Model):
    """`kinds` holds the ids of each kind of difference, `classes` how many stood where."""

    at = models.DateTimeField()
    difference = models.PositiveIntegerField()
    kinds = models.JSONField(default=dict)
    inquiries = models.PositiveIntegerField(default=0)
    calls = models.PositiveIntegerField(default=0)
    classes = models.JSONField(default=dict)
    took_ms = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="ledger_result_newest")]

    def __str__(self):
        return f"{self.difference} at {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def newest(cls) -> "LedgerResult | None":
        return cls.objects.order_by("-at", "-pk").first()

    @classmethod
    @transaction.atomic
    def keep(cls, count, *, at, took_ms: int) -> "LedgerResult":
        """Add it, and tell the heads what is new in it; old ones without a difference go."""
        cls.objects.filter(difference=0, at__lt=at - KEPT_FOR).delete()
        before = cls.newest()
        row = cls.objects.create(
            at=at,
            difference=count.difference,
            kinds=count.differences,
            inquiries=count.inquiries,
            calls=count.calls,
            classes=count.classes,
            took_ms=took_ms,
        )
        if row.difference and (before is None or before.kinds != row.kinds):
            Notification.tell_heads("ledger", key=f"ledger:{row.pk}", at=at, count=row.difference)
        return row
