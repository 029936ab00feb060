"""Who read whose data: a row for each reader, inquiry and quarter of an hour, never changed."""

from django.db import models


def _quarter(at):
    return at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)


class ReadingQuerySet(models.QuerySet):
    def note(self, user, inquiry, *, at) -> None:
        """He saw the people of this inquiry; again within the quarter adds nothing."""
        row = Reading(user=user, inquiry=inquiry, quarter_at=_quarter(at))
        self.bulk_create([row], ignore_conflicts=True)

    def of_quarter(self, user, at):
        return self.filter(user=user, quarter_at=_quarter(at))

    def newest(self):
        return self.select_related("user").order_by("-quarter_at", "-id")


class Reading(models.Model):
    user = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="readings")
    quarter_at = models.DateTimeField()

    objects = ReadingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry", "quarter_at", "user"], name="reading_one_a_quarter"
            )
        ]

    def __str__(self):
        return f"{self.user_id} read {self.inquiry_id}"
