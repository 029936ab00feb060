"""Many needs ranked at once: places, order and scores are those of `ranking.order` to the last bit.

On a region's few places numpy's calls cost more than their arithmetic, so a block of needs is one
matrix (needs × places). Needs that agree in what a criterion reads are judged by it once. On a
country's places the arithmetic is the cost, and one need after another stays in the cache.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .arrays import Bools, Floats
from .judging import FEW, FULL, ONE_MORE, UNSURE, Judged, Tally, apart, judge
from .need import Need
from .ranking import IMPLIED_BY, MOST_PLACES, Scored, add_implied, nearest, with_implied
from .rules import DISTRICT_RULES, PARK_RULES, Rule
from .rules.judgement import Judgement
from .rules.question import Question, Reads, reads_of
from .snapshot import Snapshot
from .weights import DEFAULT_WEIGHTS, Weights

Places = npt.NDArray[np.intp]

BLOCK = 1000
"""Needs in one matrix: 1,000 × 46 figures stay in a processor's own cache."""


@dataclass(slots=True)
class Order:
    """The places for one need, best first, as they stand in the snapshot, with their scores.

    Lists of numbers alone: a million pairs would keep the garbage collector at work. `near` says
    that no park fits and these miss by least; `asks` that a place was asked anything.
    """

    districts: list[int]
    district_scores: list[float]
    parks: list[int]
    park_scores: list[float]
    near: bool
    asks: bool


def order_many(
    needs: Sequence[Need],
    snapshot: Snapshot,
    weights: Weights = DEFAULT_WEIGHTS,
    *,
    at: date,
) -> Iterator[Order]:
    """One order for each need, in the order given."""
    if len(snapshot.parks.ids) > FEW or len(snapshot.districts.ids) > FEW:
        for need in needs:
            yield _order(*judge(need, snapshot, weights, at), snapshot)
        return
    known: _Known = {}
    given = iter(needs)
    while block := list(islice(given, BLOCK)):
        yield from _Block(block, snapshot, weights, at, known).orders()


def _order(districts: Judged, parks: Judged, snapshot: Snapshot) -> Order:
    best = parks.best(MOST_PLACES)
    shown = best or nearest(parks)
    asks = parks.asks if shown else districts.asks
    found = with_implied(snapshot, districts, best)
    return Order(*_apart(found), *_apart(shown), not best, asks)


def _apart(scored: Scored) -> tuple[list[int], list[float]]:
    return [place for place, _ in scored], [score for _, score in scored]


class _Answer(NamedTuple):
    """What a criterion says to one question, in rows to add up."""

    points: Floats | float
    weight: float
    missed: Bools | None
    doubts: Bools | None
    asks: bool


_Known = dict[tuple[str, object], _Answer | None]
"""Kept without the judgements, whose closures would keep the garbage collector at work."""


def _hold_homes(districts: list[int], parks: list[int], home: list[int]) -> bool:
    """Whether the districts of the first parks are all among those found."""
    return all(home[place] in districts for place in parks[:IMPLIED_BY])


class _Sum:
    """Districts or parks judged for a block of needs: as `Judged`, with a row for each need."""

    def __init__(self, needs: int, places: int) -> None:
        self.points: Floats = np.zeros((needs, places), np.float32)
        self.weight = np.zeros(needs)
        self.missed: Bools = np.zeros((needs, places), np.bool_)
        self.doubts: Tally = np.zeros((needs, places), np.uint8)
        self.asks: Bools = np.zeros(needs, np.bool_)

    def hundredths(self) -> Floats:
        whole = np.where(self.weight == 0, np.inf, self.weight)
        scores: Floats = np.rint(self.points * (FULL / whole).astype(np.float32)[:, None])
        return scores


class _Block:
    def __init__(
        self, needs: list[Need], snapshot: Snapshot, weights: Weights, at: date, known: _Known
    ) -> None:
        self.needs, self.snapshot, self.weights, self.at, self.known = (
            *(needs, snapshot, weights, at, known),
        )
        self.questions: list[Question | None] = [None] * len(needs)
        self.asked: dict[Reads, tuple[dict[object, int], Places]] = {}
        self.districts = self._judge(DISTRICT_RULES, len(snapshot.districts.ids))
        self.parks = self._judge(PARK_RULES, len(snapshot.parks.ids))
        home = snapshot.parks.district
        self.parks.points += self.districts.points.take(home, axis=1)
        self.parks.weight += self.districts.weight
        self.parks.missed |= self.districts.missed.take(home, axis=1)

    def orders(self) -> Iterator[Order]:
        """As `ranking.order` has them; a need that no park fits is judged once more, alone."""
        scores = self.districts.hundredths()
        districts = self._best(self.districts, scores)
        parks = self._best(self.parks, self.parks.hundredths())
        home = self.snapshot.parks.district.tolist()
        for number, (found, best) in enumerate(zip(districts, parks, strict=True)):
            near = not best[0]
            shown = self._nearest(number) if near else best
            if not (found[1] and found[1][-1]) or not _hold_homes(found[0], best[0], home):
                found = _apart(
                    add_implied(
                        self.snapshot,
                        list(zip(*found, strict=True)),
                        list(zip(*best, strict=True)),
                        self._score(number, scores),
                    )
                )
            asks = self.districts.asks[number] or (bool(shown[0]) and self.parks.asks[number])
            yield Order(*found, *shown, near, bool(asks))

    @staticmethod
    def _score(number: int, scores: Floats) -> Callable[[int], float]:
        return lambda place: scores.item(number, place) / 100

    def _nearest(self, number: int) -> tuple[list[int], list[float]]:
        _, parks = judge(self.needs[number], self.snapshot, self.weights, self.at)
        return _apart(nearest(parks))

    def _best(self, judged: _Sum, scores: Floats) -> list[tuple[list[int], list[float]]]:
        key = (judged.doubts > 0) * UNSURE + judged.doubts * ONE_MORE - scores
        key[judged.missed] = np.inf
        first = key.argsort(axis=1, kind="stable")[:, :MOST_PLACES]
        shown = np.take_along_axis(scores, first, axis=1).astype(np.float64) / 100
        fit = (~judged.missed).sum(axis=1).tolist()
        return [
            (places[:count], points[:count])
            for places, points, count in zip(first.tolist(), shown.tolist(), fit, strict=True)
        ]

    def _judge(self, rules: tuple[Rule, ...], places: int) -> _Sum:
        total = _Sum(len(self.needs), places)
        for rule in rules:
            first, which = self._asked(reads_of(rule))
            answers = [self._answer(rule, key, number) for key, number in first.items()]
            if any(answers):
                _add(total, answers, which)
        return total

    def _asked(self, reads: Reads) -> tuple[dict[object, int], Places]:
        """The first need to ask each thing, and for every need which of them it asks."""
        if reads not in self.asked:
            keys = list(map(reads, self.needs))
            # Backwards, so that the first of equal ones is the one that stays.
            first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
            place = {key: number for number, key in enumerate(first)}
            which = np.fromiter(map(place.__getitem__, keys), np.intp, len(keys))
            self.asked[reads] = first, which
        return self.asked[reads]

    def _answer(self, rule: Rule, key: object, number: int) -> _Answer | None:
        known = (rule.__name__, key)
        if known not in self.known:
            question = self.questions[number]
            if question is None:
                question = Question.put(self.needs[number], self.snapshot, self.at)
                self.questions[number] = question
            judgement = rule(question)
            self.known[known] = judgement and self._told(rule.__name__, judgement)
        return self.known[known]

    def _told(self, name: str, judgement: Judgement) -> _Answer:
        weight = self.weights.by_criterion.get(name, 0.0)
        doubts = None if judgement.missed is None else judgement.unknown
        points: Floats | float = 0.0
        if judgement.share is None:
            weight = 0.0
        else:
            points = judgement.share * weight
            if name == "profile":
                doubts = apart(judgement.share, self.snapshot)
        return _Answer(points, weight, judgement.missed, doubts, judgement.asked is not None)


def _add(total: _Sum, answers: list[_Answer | None], which: Places) -> None:
    """The same sums in the same order as for one need; what is not asked adds nothing."""
    no = np.zeros(total.points.shape[1], np.bool_)
    nothing = np.zeros(total.points.shape[1], np.float32)
    silent = _Answer(0.0, 0.0, None, None, False)
    points, weight, missed, doubts, asks = zip(
        *(silent if answer is None else answer for answer in answers), strict=True
    )
    earned = [nothing if isinstance(row, float) else row for row in points]
    total.points += np.array(earned, np.float32).take(which, axis=0)
    total.weight += np.array(weight).take(which)
    total.asks |= np.array(asks).take(which)
    if any(row is not None for row in missed):
        total.missed |= np.array([no if row is None else row for row in missed]).take(which, axis=0)
    if any(row is not None for row in doubts):
        total.doubts += np.array([no if row is None else row for row in doubts]).take(which, axis=0)
