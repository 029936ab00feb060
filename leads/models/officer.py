"""Officers take inquiries; district officers answer for a municipality."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from .stage import OPEN_STAGES


def both_languages():
    return ["ru", "en"]


class OfficerQuerySet(models.QuerySet):
    def with_load(self):
        """Each officer with `load`, the number of open live inquiries on him."""
        open_live = Q(inquiries__stage__in=OPEN_STAGES, inquiries__disposition="live")
        return self.annotate(load=Count("inquiries", filter=open_live))

    def for_routing(self):
        """Everything that a routing decision reads, in three statements."""
        return (
            self.with_load()
            .select_related("user")
            .prefetch_related("industries", "districts")
            .order_by("pk")
        )


class Officer(models.Model):
    """A user who takes inquiries. An empty list of industries or districts means all of them."""

    user = models.OneToOneField("leads.User", on_delete=models.PROTECT, related_name="officer")
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    languages = ArrayField(models.CharField(max_length=2), default=both_languages)
    industries = models.ManyToManyField("districts.Industry", blank=True, related_name="+")
    districts = models.ManyToManyField("districts.District", blank=True, related_name="+")
    on_duty = models.BooleanField(_("takes new inquiries"), default=True)
    capacity = models.PositiveSmallIntegerField(_("open inquiries at most"), default=60)
    weight = models.PositiveSmallIntegerField(_("share of the work"), default=1)
    last_assigned_at = models.DateTimeField(null=True, blank=True)

    objects = OfficerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weight__gte=1), name="officer_weight_at_least_one")
        ]

    def __str__(self):
        return str(self.user)


class DistrictOfficer(models.Model):
    """A municipality's own officer; sees the referrals to his district and nothing else."""

    user = models.OneToOneField(
        "leads.User", on_delete=models.PROTECT, related_name="district_officer"
    )
    district = models.ForeignKey(
        "districts.District", on_delete=models.PROTECT, related_name="officers"
    )

    def __str__(self):
        return f"{self.user} ({self.district_id})"
