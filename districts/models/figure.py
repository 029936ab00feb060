"""Where a figure comes from, as of when, and how sure it is."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from districts.as_of import PATTERN

from .registry_row import RegistryRow


class State(models.TextChoices):
    SOURCED = "sourced", _("sourced")
    INFERRED = "inferred", _("inferred")
    UNVERIFIED = "unverified", _("not verified")
    UNKNOWN = "unknown", _("unknown")


class PlaceKind(models.TextChoices):
    DISTRICT = "district", _("district")
    PARK = "park", _("park")


def as_of_is_iso(table):
    return models.CheckConstraint(
        condition=models.Q(as_of="") | models.Q(as_of__regex=PATTERN), name=f"{table}_as_of_is_iso"
    )


class Provenance(models.Model):
    """Source ids, the date the figures stand for (see `districts.as_of`) and how sure they are."""

    sources = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    as_of = models.CharField(_("as of"), max_length=10, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SOURCED)

    class Meta:
        abstract = True

    @property
    def stands_for(self):
        """The date to show; some rows say it elsewhere."""
        return self.as_of


class FigureQuerySet(models.QuerySet):
    def of(self, *places):
        """Figures with their own source, of districts and parks already in hand."""
        wanted = models.Q(pk__in=[])
        for place in places:
            wanted |= models.Q(place_kind=place.PLACE_KIND, place=place.pk)
        return self.filter(wanted)


class Figure(RegistryRow, Provenance):
    """The provenance of one figure of a place, where it differs from that of the place's row."""

    place_kind = models.CharField(max_length=8, choices=PlaceKind)
    place = models.CharField(max_length=80)
    field = models.CharField(max_length=40)

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["place_kind", "place", "field"], name="figure_once_a_place"
            ),
            as_of_is_iso("figure"),
        ]

    def __str__(self):
        return f"{self.place_kind} {self.place}: {self.field}"
