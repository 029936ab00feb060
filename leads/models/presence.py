"""Who has an inquiry open now, and who of them writes; a page says so every 15 seconds."""

from datetime import timedelta

from django.db import models

STALE_AFTER = timedelta(seconds=45)


class PresenceQuerySet(models.QuerySet):
    def beat(self, user, inquiry, *, writing: bool, at) -> None:
        """He is here: one statement, the first time and every other."""
        row = Presence(user=user, inquiry=inquiry, writing=writing, seen_at=at)
        self.bulk_create(
            [row],
            update_conflicts=True,
            unique_fields=["user", "inquiry"],
            update_fields=["writing", "seen_at"],
        )

    def beside(self, user, at):
        """The others who are here, those who write first."""
        rows = self.filter(seen_at__gt=at - STALE_AFTER).exclude(user=user)
        return rows.select_related("user").order_by("-writing", "user__first_name", "user")


class Presence(models.Model):
    user = models.ForeignKey("leads.User", on_delete=models.CASCADE, related_name="+")
    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.CASCADE, related_name="presences")
    writing = models.BooleanField(default=False)
    seen_at = models.DateTimeField()

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "user"], name="presence_one_a_reader")
        ]

    def __str__(self):
        return f"{self.user_id} at {self.inquiry_id}"
