"""The mailbox of the hotline: when it last answered."""

from django.db import models


class MailboxState(models.Model):
    """One row, none before the first look; `failing_since` stands while it does not answer."""

    looked_at = models.DateTimeField()
    failing_since = models.DateTimeField(null=True)
    # The type of the error only.
    error = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="mailbox_one_row")]

    def __str__(self):
        return self.error or f"{self.looked_at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def silent(cls) -> "MailboxState | None":
        """Its state while it does not answer."""
        return cls.objects.filter(failing_since__isnull=False).first()

    @classmethod
    def answered(cls, *, at) -> None:
        cls.objects.update_or_create(
            pk=1, defaults={"looked_at": at, "failing_since": None, "error": ""}
        )

    @classmethod
    def failed(cls, error: Exception, *, at) -> None:
        """It did not answer; the moment of the first time stands."""
        said = {"looked_at": at, "error": type(error).__name__[:80]}
        cls.objects.get_or_create(pk=1, defaults=said | {"failing_since": at})
        cls.objects.filter(pk=1, failing_since=None).update(failing_since=at)
        cls.objects.filter(pk=1).update(**said)
