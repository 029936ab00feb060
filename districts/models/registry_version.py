from django.db import models, transaction


class RegistryVersion(models.Model):
    """One row: the number rises with every change of the registry; matches store it."""

    number = models.PositiveIntegerField(default=0)
    fingerprint = models.CharField(max_length=64, blank=True)
    loaded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="registry_version_one_row")
        ]

    def __str__(self):
        return str(self.number)

    @classmethod
    def current(cls):
        """The number, 0 before the first load. Costs a query."""
        return cls.objects.values_list("number", flat=True).first() or 0

    @classmethod
    def lock(cls):
        """Holds off any other change of the registry until this transaction ends."""
        cls.objects.bulk_create([cls(pk=1)], ignore_conflicts=True)
        return cls.objects.select_for_update().get(pk=1)

    @classmethod
    def rise(cls, *, at, fingerprint=""):
        """One higher; whoever keeps a snapshot of the registry reads it anew."""
        with transaction.atomic():
            version = cls.lock()
            version.number += 1
            version.fingerprint = fingerprint or version.fingerprint
            version.loaded_at = at
            version.save()
        return version.number
