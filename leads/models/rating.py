"""Ratings: what an investor thinks of the answer he got, given once."""

from django.db import models, transaction
from django.db.models import Q

from .activity import Activity


class Rating(models.Model):
    inquiry = models.OneToOneField("leads.Inquiry", on_delete=models.PROTECT, related_name="rating")
    score = models.PositiveSmallIntegerField()
    rated_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(score__gte=1, score__lte=5), name="rating_one_to_five"
            )
        ]

    def __str__(self):
        return f"{self.score} for {self.inquiry_id}"

    @classmethod
    @transaction.atomic
    def give(cls, inquiry, score: int, *, at) -> bool:
        """False when it was rated already, or is not closed yet: then there is nothing to rate."""
        if not inquiry.closed_at:
            return False
        _row, created = cls.objects.get_or_create(
            inquiry=inquiry, defaults={"score": score, "rated_at": at}
        )
        if created:
            Activity.objects.record(inquiry, "rated", by=None, at=at, score=score)
        return created
