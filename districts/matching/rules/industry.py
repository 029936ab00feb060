"""How well a place's industries suit the ones asked for. Adds, never refuses."""

import numpy as np

from ..affinity import Affinity
from ..arrays import ONE, Bools, figure
from ..finding import Figure
from ..snapshot import Known
from .judgement import Judgement
from .question import Question, once, reads

EMPLOYEES_PER_1000 = 60.0
"""Fixed range: in 2023 the most industrial district of Krasnodar Territory had 51 (Rosstat)."""

SHIPMENTS_BN_RUB = 100.0
"""Fixed range: in 2023 the largest shipper of Krasnodar Territory had 96.7 bn roubles."""


@reads("industries")
def priority(question: Question) -> Judgement | None:
    """The district's official priorities; a list that does not hold the industry is a miss."""
    affinity = question.snapshot.districts.priority
    return _kin(question, affinity, affinity.silent)


@reads("industries")
def evidence(question: Question) -> Judgement | None:
    """Companies of the industry seen in the district; none seen is unknown, not none there."""
    return _kin(question, question.snapshot.districts.evidence, None)


@reads("industries")
def profile(question: Question) -> Judgement | None:
    """The industries that the park is meant for."""
    affinity = question.snapshot.parks.profile
    return _kin(question, affinity, affinity.silent)


@reads("industries")
@once(lambda question: question.manufactures)
def employment(question: Question) -> Judgement | None:
    """Employees in manufacturing for each thousand residents; not asked of other trades."""
    return _scale(question, question.snapshot.districts.employees_per_1000, EMPLOYEES_PER_1000)


@reads("industries")
@once(lambda question: question.manufactures)
def shipments(question: Question) -> Judgement | None:
    """Goods shipped by manufacturers there, bn roubles a year; not asked of other trades."""
    return _scale(question, question.snapshot.districts.shipments_bn_rub, SHIPMENTS_BN_RUB)


def _kin(question: Question, affinity: Affinity, unknown: Bools | None) -> Judgement | None:
    if not question.industries:
        return None
    share = np.zeros(0, np.float32)
    exact = np.zeros(affinity.share.shape[1], np.bool_)
    for number, (industry, confidence) in enumerate(question.industries):
        exact |= affinity.stated[industry] > 0
        column = affinity.share[industry]
        if confidence != 1:
            column = column * np.float32(confidence)
        share = np.maximum(share, column) if number else column

    def offered(place: int) -> Figure:
        shares = [sure * affinity.share[industry, place] for industry, sure in question.industries]
        best, _ = question.industries[int(np.argmax(shares))]
        closest = affinity.closest(question.snapshot.relations, best, place)
        codes = question.snapshot.industries
        if closest is not None:
            return codes[closest]
        if unknown is None:
            return None
        # Nothing akin in a list that is told: say what it holds instead.
        return tuple(codes[other] for other in affinity.heaviest(place)) or None

    return Judgement(
        asked=question.codes,
        offered=offered,
        share=share,
        unknown=share == 0 if unknown is None else unknown,
        exact=exact,
    )


def _scale(question: Question, column: Known, full: float) -> Judgement | None:
    if not question.manufactures:
        return None
    return Judgement(
        asked=None,
        offered=lambda place: figure(column.known[place]),
        share=np.minimum(column.sure * (1 / full), ONE),
        unknown=column.unknown,
    )
