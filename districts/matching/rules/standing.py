"""What a park is and lets in: rail, hazard class, stage and kind. Hard limits."""

import numpy as np

from ..arrays import Bools, Floats, code, figure, frozen
from ..finding import Figure
from ..snapshot import KINDS, RAILS, STAGES
from .judgement import Judgement
from .question import Question, once, reads

RAIL_SHARE = frozen(np.array([0, 0.6, 1, 0], np.float32))
"""none, near, own; the last place answers for unknown."""

STAGE_SHARE = frozen(np.array([0.25, 0.5, 1, 0, 0], np.float32))
"""planned, building, operating, closed; the last place answers for unknown."""

NONE = RAILS.index("none")
PLANNED, BUILDING, CLOSED = (STAGES.index(s) for s in ("planned", "building", "closed"))
NEVER = np.float32(np.inf)


@reads("rail")
@once(lambda question: question.need.rail)
def rail(question: Question) -> Judgement | None:
    """A siding of its own or a line near; a line near earns less."""
    if not question.need.rail:
        return None
    column = question.snapshot.parks.rail
    return Judgement(
        asked=True,
        offered=lambda place: code(column[place], RAILS),
        share=RAIL_SHARE.take(column),
        missed=column == NONE,
        unknown=column == len(RAILS),
    )


@reads("hazard_class")
def hazard_class(question: Question) -> Judgement | None:
    """Class 1 is the most dangerous: a park that accepts 3 accepts 3, 4 and 5."""
    asked = question.need.hazard_class
    if asked is None:
        return None
    column = question.snapshot.parks.hazard_class

    def offered(place: int) -> Figure:
        accepted = figure(column.known[place])
        return None if accepted is None else int(accepted)

    def gap() -> Floats:
        return ((column.known - asked) / 4).astype(np.float32)

    return Judgement(
        asked=asked,
        offered=offered,
        share=(column.known <= asked).astype(np.float32),
        missed=column.known > asked,
        unknown=column.unknown,
        gap=gap,
    )


@reads("start_year")
def stage(question: Question) -> Judgement:
    """Never a closed park; one not yet working is no place for a start this year.

    For a later start a planned or building park stays unconfirmed, for its own date is not known.
    """
    column = question.snapshot.parks.stage
    missed, unknown, share = _standing(question)
    if question.need.start_year is not None:
        unready = (column == PLANNED) | (column == BUILDING)
        if question.need.start_year <= question.at.year:
            missed = missed | unready
        else:
            unknown = unknown | unready
            share = np.where(unready, np.float32(0), share)

    def gap() -> Floats:
        return np.where(column == CLOSED, NEVER, np.float32(0.5))

    return Judgement(
        asked=question.need.start_year,
        offered=lambda place: code(column[place], STAGES),
        share=share,
        missed=missed,
        unknown=unknown,
        gap=gap,
    )


@once(lambda _: None)
def _standing(question: Question) -> tuple[Bools, Bools, Floats]:
    """Closed, unknown and the share, whenever the start is."""
    column = question.snapshot.parks.stage
    return column == CLOSED, column == len(STAGES), STAGE_SHARE.take(column)


@reads("kinds")
def kind(question: Question) -> Judgement | None:
    """One of the kinds of place asked for; a kind outside the registry's list is passed over."""
    asked = tuple(name for name in question.need.kinds if name in KINDS)
    if not asked:
        return None
    column = question.snapshot.parks.kind
    wanted = np.zeros(len(KINDS) + 1, np.float32)
    wanted[[KINDS.index(name) for name in asked]] = 1
    share = wanted.take(column)
    unknown = column == len(KINDS)
    return Judgement(
        asked=asked,
        offered=lambda place: code(column[place], KINDS),
        share=share,
        missed=(share == 0) & ~unknown,
        unknown=unknown,
    )
