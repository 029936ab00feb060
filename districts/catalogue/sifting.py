"""The parks sifted by what was asked, in the order of the matching engine, with the reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from districts.findings import ORDER, Line, line
from districts.land import Land
from districts.matching.finding import Exclusion, Finding
from districts.matching.need import Bounds, IndustryGuess, Need
from districts.matching.ranking import Placement
from districts.models import Park

# A filter is answered by the first of these states that one of its criteria is in: a port near by
# will do where the district has none. What is known to be missing does not pass a filter, even
# where the engine, which weighs wishes, would only rank it lower.
CRITERIA = {
    "land": ("area",),
    "power": ("power",),
    "hazard": ("hazard_class",),
    "industry": ("profile",),
    "district": ("districts_wanted",),
    "gas": ("gas",),
    "rail": ("rail",),
    "port": ("sea_port", "port_km"),
}
STATES = ("met", "missed", "unknown")
# Of these the size of the gap is told.
AMOUNTS = ("area", "power")


@dataclass(frozen=True, slots=True)
class Row:
    """A park with what is to be said of it; `gap` is what it lacks, in the unit of its line."""

    park: Park
    lines: list[Line] = field(default_factory=list)
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """The filter that leaves nothing over, and how many parks pass all the others."""

    name: str
    others: int


@dataclass(frozen=True, slots=True)
class Sifted:
    fits: list[Row]
    perhaps: list[Row]
    refused: list[Row]
    limit: Limit | None


def need_of(asked: dict[str, Any], land: Land) -> Need:
    """The filters as a need. A district filters by ruling out all the others."""
    industry, district = asked.get("industry"), asked.get("district")
    others = [one for one in land.snapshot.districts.ids if one != district] if district else []
    return Need(
        land_ha=Bounds(asked.get("land")),
        power_mw=asked.get("power"),
        gas=asked.get("gas"),
        rail=asked.get("rail"),
        port=asked.get("port"),
        hazard_class=asked.get("hazard"),
        industries=(IndustryGuess(industry, 1.0),) if industry else (),
        districts_wanted=(district,) if district else (),
        districts_excluded=tuple(others),
    )


def sift(asked: dict[str, Any], parks: Iterable[Park], land: Land, *, on: date) -> Sifted:
    """Every park stands in one of the three groups, best or nearest first."""
    by_id = {park.pk: park for park in parks}
    ranking = land.rank_all(need_of(asked, land), on=on)
    groups: dict[str, list[Row]] = {state: [] for state in STATES}
    for place in ranking.parks:
        if place.id in by_id:
            state = _verdict(place, asked)
            told = [
                one for one in _telling(place, asked) if state != "missed" or _state(one) == state
            ]
            lines = sorted((line(one.to_json(), land) for one in told), key=_order)
            groups[state].append(Row(by_id[place.id], lines))
    for one in ranking.excluded:
        if one.id in by_id:
            said = line(_put(one, asked), land)
            groups["missed"].append(Row(by_id[one.id], [said], _gap(one)))
    none_left = by_id and not groups["met"] and not groups["unknown"]
    return Sifted(
        fits=groups["met"],
        perhaps=groups["unknown"],
        refused=groups["missed"],
        limit=_limit(asked, land, on) if none_left else None,
    )


def _answer(place: Placement, name: str) -> str:
    states = {_state(one) for one in place.findings if one.criterion in CRITERIA[name]}
    return next((state for state in STATES if state in states), "unknown")


def _state(one: Finding) -> str:
    """A wish that is missed and earns points comes close, as an akin industry does: a doubt."""
    return "unknown" if one.state == "missed" and one.points else one.state


def _verdict(place: Placement, asked: Iterable[str]) -> str:
    answers = {_answer(place, name) for name in asked}
    return next((state for state in ("missed", "unknown") if state in answers), "met")


def _telling(place: Placement, asked: Iterable[str]) -> list[Finding]:
    """What answers each filter, and what else speaks for the place."""
    answers = {criterion: _answer(place, name) for name in asked for criterion in CRITERIA[name]}
    return [
        one
        for one in place.findings
        if one.asked is not None
        and one.criterion != "districts_excluded"
        and _state(one) == answers.get(one.criterion, "met")
    ]


def _put(one: Exclusion, asked: dict[str, Any]) -> dict:
    """In the visitor's terms: he chose one district, and did not rule out forty-three."""
    told = one.to_json()
    if one.criterion == "districts_excluded":
        told |= {"criterion": "districts_wanted", "asked": asked["district"]}
    return told


def _gap(one: Exclusion) -> float | None:
    if one.criterion not in AMOUNTS or one.offered is None:
        return None
    return round(float(one.asked) - float(one.offered), 3)


def _order(said: Line) -> int:
    return ORDER[said.state]


def _limit(asked: dict[str, Any], land: Land, on: date) -> Limit:
    """The filter without which most parks pass; of equals the one that fewest pass by itself."""

    def passing(some: dict[str, Any]) -> int:
        ranking = land.rank_all(need_of(some, land), on=on)
        return sum(_verdict(place, some) != "missed" for place in ranking.parks)

    others = {name: passing({k: v for k, v in asked.items() if k != name}) for name in asked}
    name = min(asked, key=lambda one: (-others[one], passing({one: asked[one]})))
    return Limit(name, others[name])
