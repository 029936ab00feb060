"""What a park has free, against what is needed: area, power, gas, water, sewage.

Each is a hard limit. Twice the need earns the whole share, the bare need half of it.
"""

import numpy as np

from ..arrays import ONE, Floats, figure
from ..finding import Figure
from ..snapshot import Known
from .judgement import Judgement
from .question import Question, reads

AMPLE = 2.0
"""How many times the need earns the whole share."""

SMALLEST_PLOT_HA = 0.01
"""What an upper bound alone asks for: any land at all."""

MOST = 1e30
"""Absurd figures stop here, where float32 still holds them."""


@reads("land_ha")
def area(question: Question) -> Judgement | None:
    """Hectares in one piece: the largest free plot, else the free area.

    A total area never confirms, but refuses where it is below the need. Where only an upper
    bound is asked, any free land will do, and twice the bound earns the whole share.
    """
    parks = question.snapshot.parks
    least, most = _figure(question.need.land_ha.min), _figure(question.need.land_ha.max)
    if least is not None:
        return _enough(least, parks.area, at_most=parks.area_at_most)
    if most is not None:
        return _enough(most, parks.area, at_most=parks.area_at_most, least=SMALLEST_PLOT_HA)
    return None


@reads("power_mw")
def power(question: Question) -> Judgement | None:
    """Free megawatts."""
    asked = _figure(question.need.power_mw)
    return None if asked is None else _enough(asked, question.snapshot.parks.power)


@reads("gas", "gas_m3h")
def gas(question: Question) -> Judgement | None:
    """Free cubic metres an hour; asked for without a figure, any free gas will do."""
    column = question.snapshot.parks.gas
    asked = _figure(question.need.gas_m3h)
    if asked is not None:
        return _enough(asked, column)
    if not question.need.gas:
        return None
    some = column.sure > 0
    return Judgement(
        asked=True,
        offered=lambda place: figure(column.known[place]),
        share=some.astype(np.float32),
        missed=column.known <= 0,
        unknown=column.unknown,
    )


@reads("water_m3d")
def water(question: Question) -> Judgement | None:
    """Free cubic metres a day."""
    asked = _figure(question.need.water_m3d)
    return None if asked is None else _enough(asked, question.snapshot.parks.water)


@reads("sewage_m3d")
def sewage(question: Question) -> Judgement | None:
    """Free cubic metres a day."""
    asked = _figure(question.need.sewage_m3d)
    return None if asked is None else _enough(asked, question.snapshot.parks.sewage)


def _figure(asked: float | None) -> float | None:
    """None where nothing is asked; zero, negative and not-a-number ask for nothing."""
    return min(asked, MOST) if asked is not None and asked > 0 else None


def _enough(
    asked: float, column: Known, at_most: Floats | None = None, least: float | None = None
) -> Judgement:
    ceiling = column.known if at_most is None else at_most
    required = asked if least is None else least

    def offered(place: int) -> Figure:
        refused = ceiling[place] < required
        return figure(ceiling[place] if refused else column.known[place])

    def gap() -> Floats:
        return ((required - ceiling) / required).astype(np.float32)

    return Judgement(
        asked=asked,
        offered=offered,
        share=np.minimum(column.sure * (1 / (AMPLE * asked)), ONE),
        missed=ceiling < required,
        unknown=column.unknown,
        gap=gap,
    )
