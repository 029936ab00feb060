"""Transport that is asked for: what lies near a park or in its district. Adds, never refuses."""

import numpy as np

from ..arrays import Flags, figure, flag
from ..snapshot import Known
from .judgement import Judgement
from .question import Question, once, reads

PORT_REACH_KM = 150.0
HIGHWAY_REACH_KM = 30.0
AIRPORT_REACH_KM = 100.0
"""Fixed ranges: on the spot earns the whole share, from here on nothing."""


@reads("port")
@once(lambda question: question.need.port)
def port_km(question: Question) -> Judgement | None:
    """Kilometres from the park to the nearest sea port."""
    return _near(question.need.port, question.snapshot.parks.port_km, PORT_REACH_KM)


@reads("highway")
@once(lambda question: question.need.highway)
def highway_km(question: Question) -> Judgement | None:
    """Kilometres from the park to the nearest federal road."""
    return _near(question.need.highway, question.snapshot.parks.highway_km, HIGHWAY_REACH_KM)


@reads("airport")
@once(lambda question: question.need.airport)
def airport_km(question: Question) -> Judgement | None:
    """Kilometres from the park to the nearest airport."""
    return _near(question.need.airport, question.snapshot.parks.airport_km, AIRPORT_REACH_KM)


@reads("rail")
@once(lambda question: question.need.rail)
def railway(question: Question) -> Judgement | None:
    """Whether a railway runs through the district."""
    return _has(question.need.rail, question.snapshot.districts.railway)


@reads("port")
@once(lambda question: question.need.port)
def sea_port(question: Question) -> Judgement | None:
    """Whether the district has a sea port."""
    return _has(question.need.port, question.snapshot.districts.sea_port)


@reads("highway")
@once(lambda question: question.need.highway)
def federal_highway(question: Question) -> Judgement | None:
    """Whether a federal road runs through the district."""
    return _has(question.need.highway, question.snapshot.districts.federal_highway)


@reads("airport")
@once(lambda question: question.need.airport)
def airport(question: Question) -> Judgement | None:
    """Whether the district has an airport."""
    return _has(question.need.airport, question.snapshot.districts.airport)


def _near(asked: bool | None, column: Known, reach: float) -> Judgement | None:
    if not asked:
        return None
    return Judgement(
        asked=True,
        offered=lambda place: figure(column.known[place]),
        share=np.fmax(1 - column.known / reach, 0),
        unknown=column.unknown,
    )


def _has(asked: bool | None, column: Flags) -> Judgement | None:
    if not asked:
        return None
    return Judgement(
        asked=True,
        offered=lambda place: flag(column[place]),
        share=(column > 0).astype(np.float32),
        unknown=column < 0,
    )
