"""The criteria, each one function that judges all places at once.

A rule takes a Question (a need, a snapshot and a day), and returns a Judgement, or None where
the need does not ask for it; `reads` names what it reads of the need. Its name is its
criterion's, its weight stands in `weights`, its words in the templates, its test in
`tests/matching/rules/test_<criterion>.py`.
"""

from collections.abc import Callable

from .capacity import area, gas, power, sewage, water
from .industry import employment, evidence, priority, profile, shipments
from .judgement import Judgement
from .places import districts_excluded, districts_wanted, parks_wanted
from .question import Question
from .standing import hazard_class, kind, rail, stage
from .transport import airport, airport_km, federal_highway, highway_km, port_km, railway, sea_port

Rule = Callable[[Question], Judgement | None]

PARK_RULES: tuple[Rule, ...] = (
    area,
    power,
    gas,
    water,
    sewage,
    rail,
    hazard_class,
    stage,
    kind,
    parks_wanted,
    profile,
    port_km,
    highway_km,
    airport_km,
)
"""Judge parks. The hard limits come first: the first that fails is the one that is told."""

DISTRICT_RULES: tuple[Rule, ...] = (
    districts_excluded,
    districts_wanted,
    priority,
    evidence,
    employment,
    shipments,
    railway,
    sea_port,
    federal_highway,
    airport,
)
"""Judge districts, and through them the parks that stand there."""

VERSION = "2026-11"
"""Changes with any rule, so that a stored match tells what it was made by."""
