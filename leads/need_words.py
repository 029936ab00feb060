"""A need in words and figures with their units, for people; what was not mentioned is left out."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from districts.matching.need import Need
from districts.models import Park

LABELS = {
    "industries": (_("Industries"), ""),
    "land_ha": (_("Land"), _("ha")),
    "building_m2": (_("Building"), _("m²")),
    "jobs": (_("Jobs"), ""),
    "power_mw": (_("Power"), _("MW")),
    "gas": (_("Gas"), ""),
    "gas_m3h": (_("Gas, amount"), _("m³/h")),
    "water_m3d": (_("Water"), _("m³/day")),
    "sewage_m3d": (_("Sewage"), _("m³/day")),
    "rail": (_("Railway siding"), ""),
    "port": (_("Sea port"), ""),
    "highway": (_("Federal highway"), ""),
    "airport": (_("Airport"), ""),
    "start_year": (_("Start of construction"), ""),
    "capex_mln_rub": (_("Investment"), _("mln ₽")),
    "hazard_class": (_("Hazard class"), ""),
    "kinds": (_("Kind of site"), ""),
    "districts_wanted": (_("Districts wanted"), ""),
    "districts_excluded": (_("Districts ruled out"), ""),
    "parks_wanted": (_("Sites named by the investor"), ""),
}
RANGES = ("land_ha", "building_m2", "jobs")
FLAGS = ("gas", "rail", "port", "highway", "airport")
AMOUNTS = (
    *("power_mw", "gas_m3h", "water_m3d", "sewage_m3d", "start_year"),
    *("capex_mln_rub", "hazard_class"),
)
YEARLIKE = {"start_year"}


@dataclass(frozen=True)
class Fact:
    """One line: `low` and `high` are equal for a single figure; either may be None in a range."""

    label: str
    unit: str = ""
    words: str = ""
    low: float | None = None
    high: float | None = None


def named(name: str) -> str:
    """The label with its unit, as a form says it."""
    label, unit = LABELS[name]
    return f"{label}, {unit}" if unit else str(label)


def facts(need: Need, names) -> list[Fact]:
    found = []
    for name, (label, unit) in LABELS.items():
        value = getattr(need, name)
        if name in RANGES:
            if value:
                found.append(Fact(label, unit, low=value.min, high=value.max))
        elif name in FLAGS:
            if value is not None:
                found.append(Fact(label, words=_("needed") if value else _("not needed")))
        elif name in AMOUNTS:
            if value is not None:
                words = str(value) if name in YEARLIKE else ""
                found.append(Fact(label, unit, words=words, low=value, high=value))
        elif value:
            found.append(Fact(label, words=_listed(name, value, names)))
    return found


def _listed(name, value, names) -> str:
    if name == "kinds":
        words = [Park.Kind(kind).label if kind in Park.Kind else kind for kind in value]
    elif name == "industries":
        words = [names.name(guess.code) for guess in value]
    else:
        words = [names.name(code) for code in value]
    return ", ".join(str(word) for word in words)
