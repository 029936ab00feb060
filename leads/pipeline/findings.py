"""Stored findings made readable: labels, units, names; what speaks against comes first."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from districts.models import Park

IN_FRONT = 3

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
    "priority": (_("Priority industry"), ""),
    "evidence": (_("Companies of the industry"), ""),
    "employment": (_("In manufacturing, per 1,000 residents"), ""),
    "shipments": (_("Shipments a year"), _("bn ₽")),
    "railway": (_("Railway"), ""),
    "sea_port": (_("Sea port"), ""),
    "federal_highway": (_("Federal highway"), ""),
    "airport": (_("Airport"), ""),
}
ORDER = {"missed": 0, "unknown": 1, "met": 2}


@dataclass(frozen=True)
class Line:
    """One finding or exclusion, as `_finding.html` takes it."""

    criterion: str
    state: str
    asked: object
    offered: object
    label: str
    unit: str
    place: str = ""


@dataclass(frozen=True)
class Panel:
    """The newest match of an inquiry; `near` says that nothing fits and these miss by least."""

    run: object
    parks: list
    more_parks: list
    districts: list
    excluded: list[Line]
    near: bool


def panel(matches, names) -> Panel | None:
    """Out of the matches of one run, with their parks and districts; None without any."""
    if not matches:
        return None
    run = matches[0].run
    for match in matches:
        lines = [line(finding, names) for finding in match.findings]
        match.lines = sorted(lines, key=lambda one: ORDER[one.state])
    parks = [match for match in matches if match.park_id]
    return Panel(
        run=run,
        parks=parks[:IN_FRONT],
        more_parks=parks[IN_FRONT:],
        districts=[match for match in matches if not match.park_id],
        excluded=[
            line(one | {"state": "missed"}, names, place=str(names.of(one["id"])))
            for one in run.excluded
        ],
        near=any(match.near for match in parks),
    )


def line(finding: dict, names, *, place: str = "") -> Line:
    criterion = finding["criterion"]
    label, unit = LABELS.get(criterion, (criterion, ""))
    asked, offered = (_words(criterion, finding[side], names) for side in ("asked", "offered"))
    return Line(criterion, finding["state"], asked, offered, label, unit, place)


def _words(criterion, value, names):
    if isinstance(value, list):
        return ", ".join(str(_words(criterion, one, names)) for one in value) or None
    if criterion == "rail" and value in Park.Rail:
        return Park.Rail(value).label
    if criterion == "kind" and value in Park.Kind:
        return Park.Kind(value).label
    if criterion == "stage":
        # A year stands without a grouping space.
        return Park.Stage(value).label if value in Park.Stage else value and str(value)
    return names.of(value)
