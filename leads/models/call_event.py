"""Call events: what an exchange said, kept before anything is understood. Never changed."""

from django.db import models
from django.db.models import Q


class CallEventQuerySet(models.QuerySet):
    def unfolded(self):
        """Kept, and not part of its call yet."""
        return self.filter(folded_at=None)

    def of_call(self, provider: str, call: str):
        return self.filter(provider=provider, call_key=call)

    def keep(self, provider: str, received, *, at) -> "CallEvent | None":
        """Insert it; None when it is known already, however long ago."""
        row, new = self.get_or_create(
            provider=provider,
            event_key=received.key(),
            defaults={
                "call_key": received.call,
                "binding": received.binding(),
                "body": received.body,
                "received_at": at,
            },
        )
        return row if new else None

    def bound_to_another(self, provider: str, received) -> bool:
        """Whether what was signed stands behind another call already."""
        if not received.bound_to:
            return False
        same = self.filter(provider=provider, binding=received.binding())
        return same.exclude(call_key=received.call).exists()


class CallEvent(models.Model):
    """`body` holds the fields that folding needs, and no more."""

    provider = models.CharField(max_length=12)
    event_key = models.CharField(max_length=64)
    call_key = models.CharField(max_length=500)
    binding = models.CharField(max_length=64, blank=True)
    body = models.JSONField()
    received_at = models.DateTimeField()
    folded_at = models.DateTimeField(null=True)

    objects = CallEventQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["provider", "call_key"], name="call_event_of_call"),
            models.Index(
                fields=["received_at"], name="call_event_unfolded", condition=Q(folded_at=None)
            ),
            models.Index(
                fields=["provider", "binding"], name="call_event_bound", condition=~Q(binding="")
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["provider", "event_key"], name="call_event_once"),
        ]

    def __str__(self):
        return f"{self.provider} {self.pk}"
