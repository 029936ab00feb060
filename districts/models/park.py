from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .figure import PlaceKind, Provenance, as_of_is_iso
from .registry_row import NamedQuerySet, NamedRow, in_language

AMOUNTS = (
    *("area_total_ha", "area_free_ha", "largest_plot_ha", "power_free_mw", "power_total_mw"),
    *("gas_free_m3h", "water_free_m3d", "water_total_m3d", "sewage_free_m3d"),
    *("sewage_total_m3d", "port_km", "highway_km", "airport_km", "price_rub_ha"),
)
# The first is never more than the second, when both are known.
NOT_MORE = (
    ("area_free_ha", "area_total_ha"),
    ("largest_plot_ha", "area_total_ha"),
    ("power_free_mw", "power_total_mw"),
    ("water_free_m3d", "water_total_m3d"),
    ("sewage_free_m3d", "sewage_total_m3d"),
)


class ParkQuerySet(NamedQuerySet):
    def offered(self):
        """What may be proposed to an investor: in the registry with its district, not closed."""
        return (
            self.current()
            .filter(offered=True, district__retired_at=None)
            .exclude(stage=Park.Stage.CLOSED)
        )


def _amount(label):
    """A measured quantity: unknown (null) or zero and more, to three decimals."""
    return models.DecimalField(label, max_digits=12, decimal_places=3, null=True, blank=True)


class Park(NamedRow, Provenance):
    """A site that takes investors. A blank figure is unknown, never zero or no."""

    class Kind(models.TextChoices):
        INDUSTRIAL_PARK = "industrial_park", _("industrial park")
        TECHNOPARK = "technopark", _("technopark")
        INDUSTRIAL_ZONE = "industrial_zone", _("industrial zone")
        PORT_ZONE = "port_zone", _("port zone")
        PLOT = "plot", _("plot")

    class Stage(models.TextChoices):
        PLANNED = "planned", _("planned")
        BUILDING = "building", _("being built")
        OPERATING = "operating", _("operating")
        CLOSED = "closed", _("closed")

    class Field(models.TextChoices):
        GREENFIELD = "greenfield", _("greenfield")
        BROWNFIELD = "brownfield", _("brownfield")
        MIXED = "mixed", _("mixed")

    class Rail(models.TextChoices):
        OWN = "own", _("own siding")
        NEAR = "near", _("railway near by")
        NONE = "none", _("no railway")

    PLACE_KIND = PlaceKind.PARK
    FIGURES = (
        *("district", "kind", "stage", "field", "settlement", *AMOUNTS),
        *("rail", "hazard_class_accepted", "industries", "managing_company"),
    )
    id = models.SlugField(primary_key=True, max_length=80)
    district = models.ForeignKey("districts.District", models.PROTECT, related_name="parks")
    settlement_ru = models.CharField(_("settlement in Russian"), max_length=200, blank=True)
    settlement_en = models.CharField(_("settlement in English"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, blank=True)
    stage = models.CharField(_("stage of the site"), max_length=10, choices=Stage, blank=True)
    field = models.CharField(_("ground"), max_length=10, choices=Field, blank=True)
    area_total_ha = _amount(_("total area, ha"))
    area_free_ha = _amount(_("free area, ha"))
    largest_plot_ha = _amount(_("largest plot, ha"))
    power_free_mw = _amount(_("free power, MW"))
    power_total_mw = _amount(_("total power, MW"))
    gas_free_m3h = _amount(_("free gas, m³/h"))
    water_free_m3d = _amount(_("free water, m³/day"))
    water_total_m3d = _amount(_("total water, m³/day"))
    sewage_free_m3d = _amount(_("free sewerage, m³/day"))
    sewage_total_m3d = _amount(_("total sewerage, m³/day"))
    rail = models.CharField(_("railway"), max_length=4, choices=Rail, blank=True)
    hazard_class_accepted = models.PositiveSmallIntegerField(
        _("most dangerous hazard class accepted"), null=True, blank=True
    )
    port_km = _amount(_("to a sea port, km"))
    highway_km = _amount(_("to a federal highway, km"))
    airport_km = _amount(_("to an airport, km"))
    price_rub_ha = _amount(_("price, roubles per ha"))
    industries = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    offered = models.BooleanField(_("offered to investors"), default=True)
    managing_company = models.CharField(_("managing company"), max_length=200, blank=True)
    managing_company_en = models.CharField(
        _("managing company in English"), max_length=200, blank=True
    )
    note_ru = models.CharField(_("note in Russian"), max_length=500, blank=True)
    note_en = models.CharField(_("note in English"), max_length=500, blank=True)

    objects = ParkQuerySet.as_manager()

    class Meta:
        verbose_name = _("park")
        verbose_name_plural = _("parks")
        constraints = [
            as_of_is_iso("park"),
            models.CheckConstraint(
                condition=models.Q(hazard_class_accepted__range=(1, 5)), name="park_hazard_class"
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{name}__gte": 0}), name=f"park_{name}_not_negative"
                )
                for name in AMOUNTS
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{less}__lte": models.F(more)}),
                    name=f"park_{less}_within_total",
                )
                for less, more in NOT_MORE
            ),
        ]

    def get_absolute_url(self):
        return reverse("catalogue:park", args=[self.pk])

    @property
    def settlement(self):
        return in_language(self, "settlement")

    @property
    def note(self):
        return in_language(self, "note")

    @property
    def manager(self):
        """The managing company in the language of the page; Russian where no English is given."""
        english = get_language() == "en" and self.managing_company_en
        return english or self.managing_company
