from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .figure import PlaceKind, Provenance, State, as_of_is_iso
from .registry_row import NamedQuerySet, NamedRow, RegistryRow, in_language


class DistrictQuerySet(NamedQuerySet):
    def by_shipments(self, year):
        """Those with a figure for the whole `year`, largest first; each carries `bn_rub`, with
        `shipment_sources` and `shipment_state`. None of them when there is no year."""
        if year is None:
            return self.none()
        return (
            self.filter(shipments__year=year)
            .annotate(
                bn_rub=models.F("shipments__bn_rub"),
                shipment_sources=models.F("shipments__sources"),
                shipment_state=models.F("shipments__state"),
            )
            .order_by("-bn_rub", "pk")
        )

    def without_shipments(self, year):
        """Those without a figure for the whole `year`; all of them when there is no year."""
        return self.exclude(shipments__year=year) if year else self.all()


class District(NamedRow, Provenance):
    """A municipality. A blank figure is unknown, never zero or no."""

    class Kind(models.TextChoices):
        URBAN_OKRUG = "urban_okrug", _("urban okrug")
        MUNICIPAL_OKRUG = "municipal_okrug", _("municipal okrug")
        MUNICIPAL_DISTRICT = "municipal_district", _("municipal district")

    PLACE_KIND = PlaceKind.DISTRICT
    FIGURES = (
        *("oktmo", "kind", "centre", "lat", "lon", "population", "area_km2"),
        *("sea_port", "railway", "airport", "federal_highway", "neighbours"),
        "employees_manufacturing",
    )

    id = models.SlugField(primary_key=True, max_length=80)
    oktmo = models.CharField("OKTMO", max_length=11, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, blank=True)
    centre_ru = models.CharField(_("centre in Russian"), max_length=100, blank=True)
    centre_en = models.CharField(_("centre in English"), max_length=100, blank=True)
    lat = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    lon = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    population = models.PositiveIntegerField(_("population"), null=True, blank=True)
    area_km2 = models.DecimalField(
        _("area, km²"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    sea_port = models.BooleanField(_("sea port"), null=True, blank=True)
    railway = models.BooleanField(_("railway"), null=True, blank=True)
    airport = models.BooleanField(_("airport"), null=True, blank=True)
    federal_highway = models.BooleanField(_("federal highway"), null=True, blank=True)
    neighbours = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    employees_manufacturing = models.PositiveIntegerField(
        _("employees in manufacturing"), null=True, blank=True
    )

    objects = DistrictQuerySet.as_manager()

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        constraints = [
            models.UniqueConstraint(
                fields=["oktmo"], condition=~models.Q(oktmo=""), name="district_oktmo_once"
            ),
            models.CheckConstraint(
                condition=models.Q(lat__range=(-90, 90)), name="district_lat_on_earth"
            ),
            models.CheckConstraint(
                condition=models.Q(lon__range=(-180, 180)), name="district_lon_on_earth"
            ),
            models.CheckConstraint(
                condition=models.Q(area_km2__gt=0), name="district_area_above_zero"
            ),
            as_of_is_iso("district"),
        ]

    def get_absolute_url(self):
        return reverse("catalogue:district", args=[self.pk])

    @property
    def centre(self):
        return in_language(self, "centre")


class PriorityQuerySet(models.QuerySet):
    def official(self):
        return self.filter(basis=Priority.Basis.OFFICIAL)

    def by_name(self, language):
        name = "industry__name_en" if language == "en" else "industry__name_ru"
        return self.select_related("industry").order_by(name, "pk")


class Priority(RegistryRow, Provenance):
    """An industry that a district is known for: said by an official, or seen from its companies.

    `weight` (0–1) is the matching's own convention, not a published figure.
    """

    class Basis(models.TextChoices):
        OFFICIAL = "official", _("official statement")
        EVIDENCE = "evidence", _("company evidence")

    district = models.ForeignKey(District, models.CASCADE, related_name="priorities")
    industry = models.ForeignKey("districts.Industry", models.CASCADE, related_name="priorities")
    basis = models.CharField(_("basis"), max_length=8, choices=Basis)
    weight = models.DecimalField(
        _("weight"),
        max_digits=3,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )

    objects = PriorityQuerySet.as_manager()

    class Meta:
        verbose_name = _("priority")
        verbose_name_plural = _("priorities")
        constraints = [
            models.UniqueConstraint(
                fields=["district", "industry", "basis"], name="priority_once_a_basis"
            ),
            models.CheckConstraint(
                condition=models.Q(weight__range=(0, 1)), name="priority_weight_0_to_1"
            ),
            as_of_is_iso("priority"),
        ]

    def __str__(self):
        return f"{self.district_id}: {self.industry_id} ({self.basis})"


class ShipmentQuerySet(models.QuerySet):
    def years(self):
        """The years that any district has a figure for, the latest first. Costs a query."""
        return list(self.order_by("-year").values_list("year", flat=True).distinct())


class Shipment(RegistryRow, Provenance):
    """Goods of their own make shipped in a whole year, billion roubles."""

    district = models.ForeignKey(District, models.CASCADE, related_name="shipments")
    year = models.PositiveSmallIntegerField(_("year"))
    bn_rub = models.DecimalField(_("bn roubles"), max_digits=10, decimal_places=3)

    objects = ShipmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("shipment")
        verbose_name_plural = _("shipments")
        constraints = [
            models.UniqueConstraint(fields=["district", "year"], name="shipment_once_a_year"),
            models.CheckConstraint(condition=models.Q(bn_rub__gte=0), name="shipment_not_negative"),
            models.CheckConstraint(
                condition=models.Q(year__range=(1990, 2100)), name="shipment_year_plausible"
            ),
            as_of_is_iso("shipment"),
        ]

    def __str__(self):
        return f"{self.district_id} {self.year}: {self.bn_rub}"

    @property
    def stands_for(self):
        return self.as_of or str(self.year)


class CompanyEvidence(RegistryRow, Provenance):
    """A company, or a group of them, from which a district's industries are read."""

    class Stage(models.TextChoices):
        EXISTING = "existing", _("working")
        PLANNED = "planned", _("planned")
        UNCHECKED = "unchecked", _("not checked for today")

    district = models.ForeignKey(District, models.CASCADE, related_name="evidence")
    company_ru = models.CharField(_("company in Russian"), max_length=200)
    company_en = models.CharField(_("company in English"), max_length=200, blank=True)
    industries = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    stage = models.CharField(_("standing of the company"), max_length=10, choices=Stage)
    fact_ru = models.CharField(_("fact in Russian"), max_length=500, blank=True)
    fact_en = models.CharField(_("fact in English"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("company evidence")
        verbose_name_plural = _("company evidence")
        constraints = [
            models.UniqueConstraint(
                fields=["district", "company_ru"], name="evidence_once_a_company"
            ),
            as_of_is_iso("evidence"),
        ]

    def __str__(self):
        return f"{self.district_id}: {self.company_ru}"

    @property
    def company(self):
        return in_language(self, "company")

    @property
    def fact(self):
        return in_language(self, "fact")

    @property
    def is_verified(self):
        return self.state in {State.SOURCED, State.INFERRED}
