"""Outlines with fewer points, so that two neighbours keep one line between them. Pure arithmetic.

A line between two districts stands in both their outlines. It is cut out once, where three lines
meet, and drawn with fewer points once, so no gap opens and nothing overlaps.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import cos, hypot, radians

KM_A_DEGREE = 111.2
Point = tuple[float, float]
Ring = Sequence[Point]


def simplified(outlines: Mapping[str, Iterable[Ring]], within_km: float) -> dict[str, list[Ring]]:
    """Rings of (longitude, latitude) without their closing point; none moves by more than that.

    A ring too small to be seen goes, unless it is the last of its district.
    """
    rings = {name: [tuple(ring) for ring in several] for name, several in outlines.items()}
    meets = _meetings(ring for several in rings.values() for ring in several)
    kept = {}
    for name, several in rings.items():
        drawn = [_thinned(ring, meets, within_km) for ring in several]
        seen = [ring for ring in drawn if len(ring) > 2]
        kept[name] = seen or [list(max(several, key=len))]
    return kept


def _meetings(rings: Iterable[Ring]) -> set[Point]:
    """Points where more than one line goes on: their neighbours in all the rings are not two."""
    beside: dict[Point, set[Point]] = {}
    for ring in rings:
        for place, point in enumerate(ring):
            beside.setdefault(point, set()).update((ring[place - 1], ring[(place + 1) % len(ring)]))
    return {point for point, others in beside.items() if len(others) != 2}


def _thinned(ring: Ring, meets: set[Point], within_km: float) -> list[Point]:
    ends = [place for place, point in enumerate(ring) if point in meets]
    if len(ends) < 2:
        # An island, or a hole that one neighbour fills: the same two ends whoever draws it.
        first = ring.index(min(ring))
        far = max(range(len(ring)), key=lambda place: (_km(ring[first], ring[place]), ring[place]))
        ends = sorted({first, far, *ends})
    drawn: list[Point] = []
    for begin, end in zip(ends, [*ends[1:], ends[0] + len(ring)], strict=True):
        line = [ring[place % len(ring)] for place in range(begin, end + 1)]
        # Its two owners run along it in opposite directions.
        turned = line[0] > line[-1]
        thin = _line(line[::-1] if turned else line, within_km)
        drawn += (thin[::-1] if turned else thin)[:-1]
    return drawn


def _line(line: list[Point], within_km: float) -> list[Point]:
    """Douglas and Peucker, without recursion: what stands off most is kept, over and over."""
    kept, open_parts = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        off, place = max(
            ((_off(line[i], line[first], line[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if off > within_km:
            kept.add(place)
            open_parts += [(first, place), (place, last)]
    return [line[place] for place in sorted(kept)]


def _flat(point: Point, at: Point) -> Point:
    """Kilometres east and north of `at`."""
    return (
        (point[0] - at[0]) * KM_A_DEGREE * cos(radians(at[1])),
        (point[1] - at[1]) * KM_A_DEGREE,
    )


def _km(one: Point, other: Point) -> float:
    return hypot(*_flat(other, one))


def _off(point: Point, first: Point, last: Point) -> float:
    """How far a point stands from the line between two others."""
    (x, y), (ex, ey) = _flat(point, first), _flat(last, first)
    length = ex * ex + ey * ey
    along = max(0.0, min(1.0, (x * ex + y * ey) / length)) if length else 0.0
    return hypot(x - along * ex, y - along * ey)
