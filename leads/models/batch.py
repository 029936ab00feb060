"""One deed done to many inquiries: what of it came true, what failed and why, its undoing."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Batch(models.Model):
    class Deed(models.TextChoices):
        ASSIGN = "assign", _("Give to an officer")
        ADVANCE = "advance", _("Move")
        STEP = "step", _("Set a step")

    deed = models.CharField(max_length=7, choices=Deed)
    by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # Keys of the history rows that tell of it.
    told = ArrayField(models.BigIntegerField(), default=list)
    # [{"inquiry": key, "code": why}], in the order of the list.
    failed = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return f"{self.deed} of {len(self.told)}"

    @classmethod
    def keep(cls, deed: str, *, by, at, told, failed) -> "Batch":
        return cls.objects.create(deed=deed, by=by, at=at, told=told, failed=failed)

    def claim_undo(self, *, at) -> bool:
        """Its one undoing begins; False when it was undone before."""
        return bool(Batch.objects.filter(pk=self.pk, undone_at=None).update(undone_at=at))
