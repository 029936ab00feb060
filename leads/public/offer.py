"""The stored match as the investor reads it: three places, and of each what matters most."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from districts.findings import CODES, shown_state
from districts.models import District, Industry, Park
from leads.models import Match

PLACES = 3
FINDINGS = 5
LABELS = {
    "area": _("Land in one piece"),
    "power": _("Power"),
    "gas": _("Gas"),
    "water": _("Water"),
    "sewage": _("Sewage"),
    "rail": _("Railway siding"),
    "hazard_class": _("Hazard class"),
    "stage": _("Stage"),
    "kind": _("Kind of site"),
    "profile": _("Profile of the site"),
    "parks_wanted": _("The site you asked about"),
    "districts_wanted": _("The district you named"),
    "districts_excluded": _("Outside the districts you ruled out"),
    "priority": _("Industry named by officials"),
    "evidence": _("Companies of the industry"),
    "employment": _("Working in manufacturing"),
    "shipments": _("Goods shipped a year"),
    "railway": _("Railway in the district"),
    "sea_port": _("Sea port in the district"),
    "federal_highway": _("Federal highway in the district"),
    "airport": _("Airport in the district"),
    "port_km": _("To a sea port"),
    "highway_km": _("To a federal highway"),
    "airport_km": _("To an airport"),
}
UNITS = {
    "area": _("ha"),
    "power": _("MW"),
    "gas": _("m³/h"),
    "water": _("m³/day"),
    "sewage": _("m³/day"),
    "shipments": _("bn ₽"),
    **dict.fromkeys(("port_km", "highway_km", "airport_km"), _("km")),
}
# What was asked for stands in the label already.
NAMED = ("parks_wanted", "districts_wanted")
# Limits that put a site out when they fail.
LIMITS = ("area", "power", "gas", "water", "sewage", "rail", "hazard_class", "districts_excluded")
# What stops a project is said first, then what fits, then what nobody has published.
_ORDER = {"missed": 0, "met": 1, "unknown": 2}


@dataclass(frozen=True)
class Line:
    """A finding with its words: `asked` and `offered` are names, figures or None."""

    criterion: str
    state: str
    label: str
    unit: str
    asked: Any
    offered: Any


@dataclass(frozen=True)
class Place:
    match: Match
    lines: list[Line]

    @property
    def name(self) -> str:
        return (self.match.park or self.match.district).name

    @property
    def url(self) -> str:
        return (self.match.park or self.match.district).get_absolute_url()


@dataclass(frozen=True)
class Offer:
    """`near` says that nothing fits and these come closest."""

    places: list[Place]
    near: bool

    @property
    def none_sure(self) -> bool:
        """Whether nothing that was asked for is confirmed of any place shown."""
        return not any(line.state == "met" for place in self.places for line in place.lines)

    @property
    def unsure(self) -> bool:
        """Whether a figure that was asked for is not known of a place shown."""
        return any(line.state == "unknown" for place in self.places for line in place.lines)

    @property
    def comparable(self) -> list[str]:
        """Ids of the sites shown, when there are two at least to compare."""
        parks = [place.match.park_id for place in self.places if place.match.park_id]
        return parks if len(parks) > 1 else []


def offer(run) -> Offer:
    """Sites that fit, else the nearest misses, else districts; five queries at most."""
    matches = run.matches.select_related("park", "district").order_by("near", "rank")
    found = list(matches.filter(place=Match.Place.PARK)[:PLACES])
    if not found:
        found = list(matches.filter(place=Match.Place.DISTRICT)[:PLACES])
    names = _names()
    places = [Place(match, [_line(one, names) for one in _weighty(match)]) for match in found]
    return Offer(places, near=any(match.near for match in found))


def _weighty(match: Match) -> list[dict]:
    """The findings that matter of what was asked for: limits first, disqualifiers before all."""
    asked = [one for one in match.findings if one["asked"] not in (None, [], "") and _tells(one)]

    def weight(one):
        return one["criterion"] not in LIMITS, _ORDER[one["state"]], -one["points"]

    return sorted(asked, key=weight)[:FINDINGS]


def _tells(finding: dict) -> bool:
    """Whether a reader learns something: a limit always, else what fits or has a figure."""
    if finding["criterion"] == "districts_excluded":
        return finding["state"] == "missed"
    if finding["criterion"] == "parks_wanted":
        return finding["state"] == "met"
    met = finding["state"] == "met"
    return finding["criterion"] in LIMITS or met or finding["offered"] is not None


def _names() -> dict[str, str]:
    rows = [*Industry.objects.current(), *District.objects.current(), *Park.objects.offered()]
    return {row.pk: row.name for row in rows}


def _line(finding: dict, names: dict) -> Line:
    criterion = finding["criterion"]
    codes = CODES.get(criterion, {}) | names
    return Line(
        criterion=criterion,
        state=shown_state(finding),
        label=LABELS.get(criterion, criterion),
        unit="" if _wordy(finding) else UNITS.get(criterion, ""),
        asked=None if criterion in NAMED else _worded(finding["asked"], codes),
        offered=_worded(finding["offered"], codes),
    )


def _wordy(finding: dict) -> bool:
    """Whether neither side is a figure, so that a unit would say nothing."""
    figures = [finding[side] for side in ("asked", "offered")]
    return not any(isinstance(one, int | float) and not isinstance(one, bool) for one in figures)


def _worded(value, codes: dict):
    if isinstance(value, list):
        return ", ".join(str(codes.get(one, one)) for one in value)
    return str(codes.get(value, value)) if isinstance(value, str) else value
