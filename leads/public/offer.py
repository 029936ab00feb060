"""The stored match as the investor reads it: three places, and of each what matters most."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from leads.models import Match

PLACES = 3
FINDINGS = 5
# Codes and standing of a district say little to a reader; they are left to the catalogue.
UNITS = {
    "area": _("ha"),
    "power": _("MW"),
    "gas": _("m³/h"),
    "water": _("m³/day"),
    "sewage": _("m³/day"),
    "port_km": _("km"),
    "highway_km": _("km"),
    "airport_km": _("km"),
}
_ORDER = {"missed": 0, "met": 1, "unknown": 2}


@dataclass(frozen=True)
class Shown:
    match: Match
    findings: list[dict]


@dataclass(frozen=True)
class Offer:
    """`near` says that nothing fits and these come closest; `unsure`, that figures are missing."""

    places: list[Shown]
    near: bool = False

    @property
    def unsure(self) -> bool:
        return any(one["state"] == "unknown" for shown in self.places for one in shown.findings)
