"""The last recount of the ledger, as it was found."""

from django.db import models


class LedgerResult(models.Model):
    """One row, none before the first recount; `kinds` holds the ids of each kind of difference."""

    at = models.DateTimeField()
    difference = models.PositiveIntegerField()
    kinds = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="ledger_result_one_row")
        ]

    def __str__(self):
        return f"{self.difference} at {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def keep(cls, kinds: dict[str, list[str]], *, at) -> "LedgerResult":
        """In place of the one before."""
        row = cls(pk=1, at=at, difference=sum(map(len, kinds.values())), kinds=kinds)
        cls.objects.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["pk"],
            update_fields=["at", "difference", "kinds"],
        )
        return row
