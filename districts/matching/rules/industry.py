"""How well a place's industries suit the ones asked for. Adds, never refuses."""

from datetime import date

import numpy as np

from ..affinity import Affinity
from ..arrays import Bools, Floats, figure
from ..finding import Figure
from ..need import Need
from ..snapshot import Snapshot
from .judgement import Judgement

EMPLOYEES_PER_1000 = 60.0
"""Fixed range: in 2023 the most industrial district of Krasnodar Territory had 51 (Rosstat)."""

SHIPMENTS_BN_RUB = 100.0
"""Fixed range: in 2023 the largest shipper of Krasnodar Territory had 96.7 bn roubles."""


def priority(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """The district's official priorities; a list that does not hold the industry is a miss."""
    affinity = snapshot.districts.priority
    return _kin(need, snapshot, affinity, affinity.silent)


def evidence(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Companies of the industry seen in the district; none seen is unknown, not none there."""
    return _kin(need, snapshot, snapshot.districts.evidence, None)


def profile(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """The industries that the park is meant for."""
    affinity = snapshot.parks.profile
    return _kin(need, snapshot, affinity, affinity.silent)


def employment(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Employees in manufacturing for each thousand residents; not asked of other trades."""
    return _scale(need, snapshot, snapshot.districts.employees_per_1000, EMPLOYEES_PER_1000)


def shipments(need: Need, snapshot: Snapshot, at: date) -> Judgement | None:
    """Goods shipped by manufacturers there, bn roubles a year; not asked of other trades."""
    return _scale(need, snapshot, snapshot.districts.shipments_bn_rub, SHIPMENTS_BN_RUB)


def _guesses(need: Need, snapshot: Snapshot) -> list[tuple[int, float]]:
    """Places in the industry list, each with its confidence against the surest one's."""
    known = [
        (snapshot.industry_index[guess.code], guess.confidence)
        for guess in need.industries
        if guess.code in snapshot.industry_index and guess.confidence > 0
    ]
    surest = max((confidence for _, confidence in known), default=1.0)
    return [(industry, confidence / surest) for industry, confidence in known]


def _kin(
    need: Need, snapshot: Snapshot, affinity: Affinity, unknown: Bools | None
) -> Judgement | None:
    guesses = _guesses(need, snapshot)
    if not guesses:
        return None
    share: Floats | None = None
    for industry, confidence in guesses:
        column = affinity.share[industry]
        if confidence != 1:
            column = column * np.float32(confidence)
        share = column if share is None else np.maximum(share, column)
    assert share is not None

    def offered(place: int) -> Figure:
        for industry, _ in sorted(guesses, key=lambda g: -g[1] * affinity.share[g[0], place]):
            closest = affinity.closest(snapshot.relations, industry, place)
            if closest is not None:
                return snapshot.industries[closest]
        return None

    return Judgement(
        asked=tuple(snapshot.industries[industry] for industry, _ in guesses),
        offered=offered,
        share=share,
        unknown=share == 0 if unknown is None else unknown,
    )


def _scale(need: Need, snapshot: Snapshot, column: Floats, full: float) -> Judgement | None:
    guesses = _guesses(need, snapshot)
    if guesses and not any(snapshot.manufacturing[industry] for industry, _ in guesses):
        return None
    return Judgement(
        asked=None,
        offered=lambda place: figure(column[place]),
        share=np.fmax(np.minimum(column / full, 1), 0),
        unknown=np.isnan(column),
    )
