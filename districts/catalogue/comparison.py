"""Two to four parks side by side."""

import re
from dataclasses import dataclass

from districts.facts import Fact, SourceBook, park_facts
from districts.models import Park

MOST_PARKS = 4
MOST_ASKED = 50
UNKNOWN = (None, "")
SLUG = re.compile(r"^[a-zA-Z0-9_-]{1,80}$")


@dataclass(frozen=True, slots=True)
class Asked:
    """Parks in the order asked for, ids that name none offered, and how many were too many."""

    parks: list[Park]
    unknown: list[str]
    left_out: int


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    unit: str
    facts: list[Fact]
    differs: bool
    """Two known figures are not the same."""
    parts: bool
    """Nor is a known one the same as an unknown one: this tells the parks apart."""


def asked_parks(ids: list[str]) -> Asked:
    """Anything may stand in the address; what is no id never reaches the database."""
    asked = list(dict.fromkeys(ids))[:MOST_ASKED]
    found = (
        Park.objects.offered()
        .select_related("district")
        .in_bulk([name for name in asked if SLUG.match(name)])
    )
    parks = [found[name] for name in asked if name in found]
    unknown = [name[:80] for name in asked if name not in found]
    return Asked(parks[:MOST_PARKS], unknown, max(0, len(parks) - MOST_PARKS))


def lines(parks: list[Park], book: SourceBook, industries: dict[str, str]) -> list[Line]:
    """One line a figure, with a fact for each park."""
    columns = [park_facts(park, book, industries) for park in parks]
    return [
        Line(
            label=facts[0].label,
            unit=facts[0].unit,
            facts=list(facts),
            differs=len(_values(facts) - {""}) > 1,
            parts=len(_values(facts)) > 1,
        )
        for facts in zip(*columns, strict=True)
    ]


def _values(facts) -> set[str]:
    return {"" if fact.value in UNKNOWN else str(fact.value) for fact in facts}
