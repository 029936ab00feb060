"""All places of one kind judged at once: who is out, what is unknown, and the score of each.

The score of a place depends on the need, the place and the weights alone, so that no other place
can change it. Nothing here is put into findings unless a place is asked about.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from .arrays import Bools, Floats
from .finding import Finding
from .need import Need
from .rules import DISTRICT_RULES, PARK_RULES, Rule
from .rules.judgement import Judgement
from .rules.question import Question
from .snapshot import Snapshot
from .weights import Weights

Tally = npt.NDArray[np.uint8]

FULL = 10_000
"""The highest score, in hundredths of a point."""


UNSURE = np.float32(FULL + 1)
"""A limit that nobody has confirmed outweighs any score; how many are unknown does not: where few
figures are published, the wishes must tell the places apart."""
ONE_MORE = np.float32(1 / 64)
"""Of equal scores the one with fewer unknown limits is better."""

FEW = 1000
"""Up to so many places, sorting them all is quicker than parting the best from the rest."""


class Criterion(NamedTuple):
    """One judgement under its name and weight."""

    name: str
    weight: float
    judgement: Judgement

    def finding(self, place: int, scale: float) -> Finding:
        """What it says of one place; `scale` turns weights into parts of a hundred points."""
        judgement = self.judgement
        share = 0.0 if judgement.share is None else float(judgement.share[place])
        return Finding(
            self.name,
            judgement.state(place),
            judgement.asked,
            judgement.offered(place),
            round(share * self.weight * scale, 4),
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """Columns by place; `missed` is None where no limit was asked, `doubts` counts the limits that
    nobody has confirmed.

    Parks inherit what is judged of their district: `home` points there.
    """

    criteria: tuple[Criterion, ...]
    points: Floats
    weight: float
    missed: Bools | None
    doubts: Tally
    around: "Judged | None" = None
    home: npt.NDArray[np.intp] | None = None

    def score(self, place: int) -> float:
        """The score of one place (0–100)."""
        return float(self._hundredths(self.points[place : place + 1])[0]) / 100

    @property
    def asks(self) -> bool:
        """Whether anything is asked of a place."""
        here = any(criterion.judgement.asked is not None for criterion in self.criteria)
        return here or (self.around is not None and self.around.asks)

    def best(self, most: int) -> list[tuple[int, float]]:
        """Places that no limit removes, with their scores (0–100), best first.

        Those without a doubt stand first: every limit confirmed, and not meant for other trades.
        Then the higher score, then the fewer doubts, then the lower id.
        """
        # Methods, not numpy's functions: on a region's few places a call is all that it costs.
        missed = self.missed
        fit = np.arange(len(self.points)) if missed is None else (~missed).nonzero()[0]
        scores = self._hundredths(self.points.take(fit))
        doubts = self.doubts.take(fit)
        key = (doubts > 0) * UNSURE + doubts * ONE_MORE - scores
        if len(fit) > max(FEW, most):
            first = (key <= np.partition(key, most - 1)[most - 1]).nonzero()[0]
            first = first[key[first].argsort(kind="stable")[:most]]
        else:
            first = key.argsort(kind="stable")[:most]
        shown = zip(fit[first].tolist(), scores[first].tolist(), strict=True)
        return [(place, score / 100) for place, score in shown]

    def by_relaxation(self) -> list[int]:
        """Places that a limit removes, smallest relaxation first, then as `best` orders them."""
        if self.missed is None:
            return []
        removed = np.flatnonzero(self.missed)
        scores = self._hundredths(self.points[removed])
        keys = (removed, -scores, self.doubts[removed], self.gaps()[removed])
        return [int(place) for place in removed[np.lexsort(keys)]]

    def findings(self, place: int) -> tuple[Finding, ...]:
        """Every criterion asked of one place; the points add up to its score."""
        return self._findings(place, 100 / self.weight if self.weight else 0.0)

    def exclusion(self, place: int) -> tuple[str, Judgement, int] | None:
        """The first limit that removes a place, and where in its columns the place stands."""
        for criterion in self.criteria:
            missed = criterion.judgement.missed
            if missed is not None and missed[place]:
                return criterion.name, criterion.judgement, place
        if self.around is None or self.home is None:
            return None
        return self.around.exclusion(int(self.home[place]))

    def gaps(self) -> Floats:
        """What would have to be given up for each place, summed over its limits."""
        total = np.zeros(len(self.points), np.float32)
        for criterion in self.criteria:
            if criterion.judgement.missed is not None:
                total += criterion.judgement.gaps()
        if self.around is not None and self.home is not None:
            total += self.around.gaps()[self.home]
        return total

    def _hundredths(self, points: Floats) -> Floats:
        """Whole numbers: scores are compared as they are shown."""
        scores: Floats = np.rint(points * np.float32(FULL / self.weight if self.weight else 0))
        return scores

    def _findings(self, place: int, scale: float) -> tuple[Finding, ...]:
        own = tuple(criterion.finding(place, scale) for criterion in self.criteria)
        if self.around is None or self.home is None:
            return own
        return own + self.around._findings(int(self.home[place]), scale)


def judge(need: Need, snapshot: Snapshot, weights: Weights, at: date) -> tuple[Judged, Judged]:
    """Districts and parks, judged; the parks inherit from the districts."""
    question = Question.put(need, snapshot, at)
    districts = _judge(DISTRICT_RULES, question, len(snapshot.districts.ids), weights)
    own = _judge(PARK_RULES, question, len(snapshot.parks.ids), weights)
    home = snapshot.parks.district
    missed = own.missed
    doubts = own.doubts + _meant_for_others(own, snapshot)
    if districts.missed is not None:
        away = districts.missed.take(home)
        missed = away if missed is None else missed | away
    parks = Judged(
        own.criteria,
        own.points + districts.points.take(home),
        own.weight + districts.weight,
        missed,
        doubts,
        districts,
        home,
    )
    return districts, parks


def _meant_for_others(parks: Judged, snapshot: Snapshot) -> Tally:
    """1 where the park states industries and none akin to those asked: no confirmed fit either."""
    for criterion in parks.criteria:
        if criterion.name == "profile" and criterion.judgement.share is not None:
            return apart(criterion.judgement.share, snapshot).astype(np.uint8)
    return np.zeros(len(parks.points), np.uint8)


def apart(profile: Floats, snapshot: Snapshot) -> Bools:
    """The parks that state industries of which none is akin to those asked."""
    found: Bools = (profile == 0) & ~snapshot.parks.profile.silent
    return found


def _judge(rules: tuple[Rule, ...], question: Question, count: int, weights: Weights) -> Judged:
    points: Floats | None = None
    missed: Bools | None = None
    unknown = np.zeros(count, np.uint8)
    weight_of, whole = weights.by_criterion.get, 0.0
    criteria = []
    for rule in rules:
        judgement = rule(question)
        if judgement is None:
            continue
        weight = weight_of(rule.__name__, 0.0)
        criteria.append(Criterion(rule.__name__, weight, judgement))
        if judgement.share is not None:
            whole += weight
            earned = judgement.share * weight
            # Summed place by place in one order: a product of matrices may round a place
            # differently where another park is added.
            points = earned if points is None else np.add(points, earned, out=points)
        if judgement.missed is not None:
            missed = judgement.missed if missed is None else missed | judgement.missed
            if judgement.unknown is not None:
                unknown += judgement.unknown
    if points is None:
        points = np.zeros(count, np.float32)
    return Judged(tuple(criteria), points, whole, missed, unknown)
