"""Transport that is asked for: what lies near a park or in its district. Adds, never refuses."""

from datetime import date

import numpy as np

from ..arrays import Codes, figure, flag
from ..need import Need
from ..snapshot import Capacity, Snapshot
from .judgement import Judgement

PORT_REACH_KM = 150.0
HIGHWAY_REACH_KM = 30.0
AIRPORT_REACH_KM = 100.0
"""Fixed ranges: on the spot earns the whole share, from here on nothing."""


def port_km(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Kilometres from the park to the nearest sea port."""
    return _near(need.port, snapshot.parks.port_km, PORT_REACH_KM)


def highway_km(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Kilometres from the park to the nearest federal road."""
    return _near(need.highway, snapshot.parks.highway_km, HIGHWAY_REACH_KM)


def airport_km(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Kilometres from the park to the nearest airport."""
    return _near(need.airport, snapshot.parks.airport_km, AIRPORT_REACH_KM)


def railway(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Whether a railway runs through the district."""
    return _has(need.rail, snapshot.districts.railway)


def sea_port(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Whether the district has a sea port."""
    return _has(need.port, snapshot.districts.sea_port)


def federal_highway(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Whether a federal road runs through the district."""
    return _has(need.highway, snapshot.districts.federal_highway)


def airport(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Whether the district has an airport."""
    return _has(need.airport, snapshot.districts.airport)


def _near(asked: bool | None, column: Capacity, reach: float) -> Judgement | None:
    if not asked:
        return None
    return Judgement(
        asked=True,
        offered=lambda place: figure(column.known[place]),
        share=np.fmax(1 - column.known / reach, 0),
        unknown=column.unknown,
    )


def _has(asked: bool | None, column: Codes) -> Judgement | None:
    if not asked:
        return None
    return Judgement(
        asked=True,
        offered=lambda place: flag(column[place]),
        share=(column > 0).astype(np.float32),
        unknown=column < 0,
    )
