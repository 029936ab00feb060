"""Officers take inquiries; district officers answer for a municipality."""

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from .calendar import Schedule, Shift, Week
from .inquiry import Inquiry


def both_languages():
    return ["ru", "en"]


class OfficerQuerySet(models.QuerySet):
    def with_load(self):
        """Each officer with `load`, the number of open live inquiries on him.

        Counted officer by officer off an index: closed inquiries cost nothing.
        """
        mine = Inquiry.objects.open().filter(officer=OuterRef("pk")).order_by()
        counted = mine.values("officer").annotate(rows=Count("pk")).values("rows")
        return self.annotate(load=Coalesce(Subquery(counted), 0))

    def for_routing(self):
        """Everything of theirs that a routing decision reads, in one statement."""
        return (
            self.with_load()
            .select_related("user", "schedule")
            .annotate(
                industry_keys=_keys(Officer.industries, "industry"),
                district_keys=_keys(Officer.districts, "district"),
            )
            .order_by("pk")
        )

    def at_work(self):
        """Those who have not left."""
        return self.filter(user__is_active=True)


def _keys(relation, name: str):
    rows = relation.through.objects.filter(officer=OuterRef("pk"))
    return ArraySubquery(rows.order_by(name).values(name))


class Officer(models.Model):
    """A user who takes inquiries. An empty list of industries or districts means all of them.

    His hours are his shifts, else his team's, else the office's; without `holidays_off` he keeps
    them on every day, whatever the production calendar says.
    """

    user = models.OneToOneField("leads.User", on_delete=models.PROTECT, related_name="officer")
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    languages = ArrayField(models.CharField(max_length=2), default=both_languages)
    industries = models.ManyToManyField("districts.Industry", blank=True, related_name="+")
    districts = models.ManyToManyField("districts.District", blank=True, related_name="+")
    schedule = models.ForeignKey(
        Schedule,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="officers",
        verbose_name=_("team"),
    )
    holidays_off = models.BooleanField(_("public holidays are days off"), default=True)
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

    @transaction.atomic
    def change(self, *, week: Week, industries, districts, **plain) -> None:
        """What he takes, how much of it and when. Raises ValueError for what is no week."""
        type(self).objects.filter(pk=self.pk).update(**plain)
        self.industries.set(industries)
        self.districts.set(districts)
        Shift.set_for(self, week)
        self.refresh_from_db()


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
