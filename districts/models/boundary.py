from django.db import models, transaction

from .district import District


class Boundary(models.Model):
    """The outline of a district as the agency gave it, simplified for a map of one screen.

    `rings` are closed in thought only: [[[longitude, latitude], …], …], holes among them.
    """

    district = models.OneToOneField(District, models.CASCADE, primary_key=True)
    rings = models.JSONField()
    credit = models.CharField(max_length=200)
    credit_url = models.URLField(blank=True)
    imported_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(credit=""), name="boundary_has_credit")
        ]

    def __str__(self):
        return f"boundary of {self.district_id}"

    @classmethod
    @transaction.atomic
    def replace(cls, rings: dict[str, list], *, credit: str, credit_url: str = "", at) -> None:
        """These and no others: rings by district. Nothing given takes all of them away."""
        cls.objects.all().delete()
        cls.objects.bulk_create(
            cls(
                district_id=district,
                rings=one,
                credit=credit,
                credit_url=credit_url,
                imported_at=at,
            )
            for district, one in rings.items()
        )
