"""Who took a list of inquiries out of the system, and how much of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Export(models.Model):
    """One file. The filters stand by name only: their values may tell of a person."""

    class Format(models.TextChoices):
        XLSX = "xlsx", "XLSX"
        CSV = "csv", "CSV"

    by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="exports")
    at = models.DateTimeField()
    format = models.CharField(max_length=4, choices=Format)
    rows = models.PositiveIntegerField()
    filters = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        indexes = [models.Index(fields=["-at", "-id"], name="export_newest")]

    def __str__(self):
        return f"{self.format} of {self.rows} rows"

    @classmethod
    def log(cls, *, format: str, rows: int, filters: list[str], by, at) -> "Export":
        """Before the first row leaves: a download that breaks off was one too."""
        given = {"format": format, "rows": rows, "filters": sorted(filters)}
        return cls.objects.create(by=by, at=at, **given)
