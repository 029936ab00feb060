"""Elimination, then an additive score: the best districts and parks for a need, and why.

Parks with every hard limit confirmed stand first, then by score, by unknown limits, by id;
districts by score, then by id.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from .finding import Exclusion, Finding
from .judging import Judged, judge
from .need import Need
from .rules import VERSION
from .snapshot import Snapshot
from .weights import DEFAULT_WEIGHTS, Weights

Scored = list[tuple[int, float]]
"""Places of the snapshot with their scores, best first."""

MOST_PLACES = 10
MOST_EXCLUDED = 200
IMPLIED_BY = 3
"""So many of the first parks bring their districts into the list."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A district or park proposed, with its score (0–100) and the findings that add up to it.

    The district of a district is itself.
    """

    id: str
    district: str
    score: float
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Ranking:
    """The places for one need, best first, and the versions they rest on.

    At most ten of each; more parks where more were asked for.
    """

    districts: tuple[Placement, ...]
    parks: tuple[Placement, ...]
    versions: tuple[str, str, str]
    """Of the catalogue, the rules and the weights."""
    _snapshot: Snapshot
    _parks: Judged
    _most: int

    @cached_property
    def excluded(self) -> tuple[Exclusion, ...]:
        """The parks that a limit removed, smallest relaxation first: 200 at most, or as many as
        parks were asked for."""
        found = []
        for place in self._parks.by_relaxation()[: max(MOST_EXCLUDED, self._most)]:
            removed = self._parks.exclusion(place)
            if removed is not None:
                name, judgement, column = removed
                park = self._snapshot.parks.ids[place]
                found.append(Exclusion(park, name, judgement.asked, judgement.offered(column)))
        return tuple(found)

    @cached_property
    def near(self) -> tuple[Placement, ...]:
        """Where no park fits: the nearest misses, smallest relaxation first; closed parks never."""
        if self.parks:
            return ()
        return tuple(
            _park(self._snapshot, self._parks, place, score)
            for place, score in nearest(self._parks)
        )

    @property
    def asks(self) -> bool:
        """Whether the places answer anything asked: without a wish none is better than another."""
        first = (*self.parks[:1], *self.near[:1], *self.districts[:1])
        return any(finding.asked is not None for place in first for finding in place.findings)


def rank(
    need: Need,
    snapshot: Snapshot,
    weights: Weights = DEFAULT_WEIGHTS,
    *,
    at: date,
    most: int = MOST_PLACES,
) -> Ranking:
    """The best places for a need on the day `at`, with findings; `most` parks at most."""
    districts, parks = judge(need, snapshot, weights, at)
    best = parks.best(most)
    return Ranking(
        districts=tuple(
            _district(snapshot, districts, place, score)
            for place, score in with_implied(snapshot, districts, best)
        ),
        parks=tuple(_park(snapshot, parks, place, score) for place, score in best),
        versions=(snapshot.version, VERSION, weights.version),
        _snapshot=snapshot,
        _parks=parks,
        _most=most,
    )


def order(
    need: Need, snapshot: Snapshot, weights: Weights = DEFAULT_WEIGHTS, *, at: date
) -> tuple[Scored, Scored]:
    """Districts and parks as `rank` orders them: (place in the snapshot, score); no findings."""
    districts, parks = judge(need, snapshot, weights, at)
    best = parks.best(MOST_PLACES)
    return with_implied(snapshot, districts, best), best


def explain(
    need: Need,
    snapshot: Snapshot,
    place_id: str,
    weights: Weights = DEFAULT_WEIGHTS,
    *,
    at: date,
) -> Placement:
    """Any offered park, or else district, whether it fits or not; an unknown id raises KeyError."""
    districts, parks = judge(need, snapshot, weights, at)
    if place_id in snapshot.parks.index:
        place = snapshot.parks.index[place_id]
        return _park(snapshot, parks, place, parks.score(place))
    place = snapshot.districts.index[place_id]
    return _district(snapshot, districts, place, districts.score(place))


def nearest(parks: Judged) -> Scored:
    """Parks that a limit removes, smallest relaxation first; what is never to be had is left."""
    gaps = parks.gaps()
    first = [place for place in parks.by_relaxation()[:MOST_PLACES] if np.isfinite(gaps[place])]
    return [(place, parks.score(place)) for place in first]


def with_implied(snapshot: Snapshot, districts: Judged, parks: Scored) -> Scored:
    """The best districts, and those of the first parks."""
    return add_implied(snapshot, districts.best(MOST_PLACES), parks, districts.score)


def add_implied(
    snapshot: Snapshot, best: Scored, parks: Scored, score: Callable[[int], float]
) -> Scored:
    """The best districts; those of the first parks take the last places if they are not there.

    A district that nothing speaks for is named only where nothing speaks for any.
    """
    home = snapshot.parks.district
    implied = {home.item(place) for place, _ in parks[:IMPLIED_BY]}
    if best and not best[-1][1]:
        best = [row for row in best if row[1] or row[0] in implied] or best
    lacking = implied - {place for place, _ in best}
    if not lacking:
        return best
    spare = [place for place, _ in reversed(best) if place not in implied]
    dropped = set(spare[: max(0, len(best) + len(lacking) - MOST_PLACES)])
    kept = [row for row in best if row[0] not in dropped]
    kept += [(place, score(place)) for place in lacking]
    return sorted(kept, key=lambda row: (-row[1], row[0]))


def _district(snapshot: Snapshot, districts: Judged, place: int, score: float) -> Placement:
    name = snapshot.districts.ids[place]
    return Placement(name, name, score, districts.findings(place))


def _park(snapshot: Snapshot, parks: Judged, place: int, score: float) -> Placement:
    district = snapshot.districts.ids[snapshot.parks.district[place]]
    return Placement(snapshot.parks.ids[place], district, score, parks.findings(place))
