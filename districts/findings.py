"""Findings in words: label, unit and names for codes, for every page that shows a match."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from districts.land import Land
from districts.models import Park

LABELS = {
    "area": (_("Land"), _("ha")),
    "power": (_("Power"), _("MW")),
    "gas": (_("Gas"), _("m³/h")),
    "water": (_("Water"), _("m³/day")),
    "sewage": (_("Sewage"), _("m³/day")),
    "rail": (_("Railway siding"), ""),
    "hazard_class": (_("Hazard class"), ""),
    "stage": (_("Stage of the site"), ""),
    "kind": (_("Kind of site"), ""),
    "parks_wanted": (_("Site named by the investor"), ""),
    "profile": (_("Industry of the site"), ""),
    "port_km": (_("To a sea port"), _("km")),
    "highway_km": (_("To a federal highway"), _("km")),
    "airport_km": (_("To an airport"), _("km")),
    "districts_excluded": (_("District ruled out"), ""),
    "districts_wanted": (_("District wanted"), ""),
    "priority": (_("Industry named by officials"), ""),
    "evidence": (_("Companies of the industry"), ""),
    "employment": (_("In manufacturing, per 1,000 residents"), ""),
    "shipments": (_("Shipments a year"), _("bn ₽")),
    "railway": (_("Railway"), ""),
    "sea_port": (_("Sea port"), ""),
    "federal_highway": (_("Federal highway"), ""),
    "airport": (_("Airport"), ""),
}
CODES = {
    "stage": dict(Park.Stage.choices),
    "kind": dict(Park.Kind.choices),
    "rail": dict(Park.Rail.choices),
}
# A neighbour of the district named, a trade akin to the one asked for.
WISHES = frozenset(["districts_wanted", "priority", "evidence", "profile"])
# What speaks against comes first, then what comes close, what fits, what nobody has published.
ORDER = {"missed": 0, "near": 1, "met": 2, "unknown": 3}


@dataclass(frozen=True)
class Line:
    """One finding as `_finding.html` takes it; `place` is set for an excluded one."""

    criterion: str
    state: str
    asked: Any
    offered: Any
    label: str
    unit: str
    points: float = 0.0
    place: str = ""


def lines(findings: Iterable[dict], land: Land) -> list[Line]:
    """In words, disqualifiers first."""
    return sorted((line(one, land) for one in findings), key=lambda one: ORDER[one.state])


def asked_lines(findings: Iterable[dict], land: Land) -> list[Line]:
    """Those alone that answer something asked, for pages with little room."""
    return lines((one for one in findings if one["asked"] not in (None, [], (), "")), land)


def line(finding: dict, land: Land) -> Line:
    """A finding, or an exclusion (then `id` is its place and it is missed)."""
    criterion = finding["criterion"]
    label, unit = LABELS.get(criterion, (criterion, ""))
    asked, offered = (_worded(criterion, finding[side], land) for side in ("asked", "offered"))
    return Line(
        criterion=criterion,
        state=shown_state(finding),
        asked=asked,
        offered=offered,
        label=label,
        unit=unit if any(_is_figure(finding[side]) for side in ("asked", "offered")) else "",
        points=finding.get("points", 0.0),
        place=land.name(finding["id"]) if "id" in finding else "",
    )


def shown_state(finding: dict) -> str:
    """As found; of a wish, a miss that earned points comes close: "near"."""
    state = finding.get("state", "missed")
    close = finding["criterion"] in WISHES and finding.get("points", 0) > 0
    return "near" if state == "missed" and close else state


def _worded(criterion: str, value, land: Land):
    if isinstance(value, list | tuple):
        return ", ".join(str(_worded(criterion, one, land)) for one in value) or None
    if isinstance(value, str):
        return CODES.get(criterion, {}).get(value) or land.name(value)
    # A year stands without a grouping space.
    return str(value) if criterion == "stage" and _is_figure(value) else value


def _is_figure(value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
