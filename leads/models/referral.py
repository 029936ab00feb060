"""Referrals: an inquiry passed to a municipality; its officer sees this and nothing else."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from .activity import Activity


class ReferralQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those to the district that this user answers for; to anyone else there are none."""
        return self.filter(district__officers__user=user)


class Referral(models.Model):
    inquiry = models.ForeignKey("leads.Inquiry", on_delete=models.PROTECT, related_name="referrals")
    district = models.ForeignKey(
        "districts.District", on_delete=models.PROTECT, related_name="referrals"
    )
    referred_by = models.ForeignKey("leads.User", on_delete=models.PROTECT, related_name="+")
    referred_at = models.DateTimeField()
    question = models.TextField(_("what the district should answer"), blank=True)
    contact_shared = models.BooleanField(_("share the investor's contact"), default=False)

    objects = ReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["inquiry", "district"], name="referral_one_a_district")
        ]

    def __str__(self):
        return f"{self.inquiry_id} to {self.district_id}"

    @property
    def shows_people(self) -> bool:
        """Whether the district may see whose it is and whom to call."""
        return self.contact_shared and not self.inquiry.confidential

    @classmethod
    @transaction.atomic
    def refer(cls, inquiry, district, *, by, at, question: str, contact_shared: bool) -> bool:
        """Pass it on; False when this district has it already."""
        row, created = cls.objects.get_or_create(
            inquiry=inquiry,
            district=district,
            defaults={
                "referred_by": by,
                "referred_at": at,
                "question": question,
                "contact_shared": contact_shared,
            },
        )
        if created:
            Activity.objects.record(
                inquiry, "referred", by=by, at=at, district=row.district_id, shared=contact_shared
            )
        return created
