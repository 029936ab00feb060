"""A small made-up land for the tests of rules, and how to ask one rule about it."""

from datetime import date

from districts.matching.finding import Finding
from districts.matching.judging import Criterion
from districts.matching.need import IndustryGuess, Need
from districts.matching.rows import DistrictRow, IndustryRow, ParkRow
from districts.matching.rules.question import Question
from districts.matching.snapshot import Snapshot

TODAY = date(2026, 11, 22)

INDUSTRIES = (
    IndustryRow("machines", None, ("26", "28")),
    IndustryRow("machine_tools", "machines", ("28.4",)),
    IndustryRow("tractors", "machines", ("28.3",)),
    IndustryRow("food", None, ("10",)),
    IndustryRow("hotels", None, ("55",)),
)


def industries(*codes):
    """Guesses that are sure."""
    return tuple(IndustryGuess(code, 1.0) for code in codes)


def make_land(*parks, districts=None, **rows):
    """A snapshot of these parks; without districts of their own they stand in `here`."""
    return Snapshot.compile(
        version="test",
        industries=INDUSTRIES,
        districts=districts or [DistrictRow("here")],
        parks=parks,
        **rows,
    )


def make_park(id="park", district="here", **what_matters):
    return ParkRow(id, district, **what_matters)


def ask(rule, need, land, place=0, at=TODAY):
    """One rule's finding for one place, where its whole share is one point; None if not asked."""
    judgement = rule(Question.put(need, land, at))
    if judgement is None:
        return None
    return Criterion(rule.__name__, 1.0, judgement).finding(place, 1.0)


def ask_park(rule, park, at=TODAY, **asked):
    """One rule's finding for a single park."""
    return ask(rule, Need(**asked), make_land(park), at=at)


def found(criterion, state, asked, offered, points):
    return Finding(criterion, state, asked, offered, points)
