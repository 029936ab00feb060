"""The map's outlines. A schematic one of our own: each district a cell around its centre, nobody's
boundary; a cell holds what is nearer to its centre than to any other, within REACH_KM. Or one of
boundaries that an agency imported. Pure arithmetic.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, radians, sin

REACH_KM = 36.0
"""No cell reaches further from its centre, so that the rim does not run into the sea for ever."""
DISC_KM = 6.0
"""Of a district that has no boundary on a map of boundaries."""
CORNERS = 48
KM_A_DEGREE = 111.2
WIDTH = 900.0
"""Of the drawing, in units of its own."""
MARGIN = 8.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One place as it is drawn: its centre and its rings, in units of the drawing."""

    id: str
    centre: Point
    rings: tuple[tuple[Point, ...], ...]

    @property
    def outline(self) -> tuple[Point, ...]:
        """The largest ring."""
        return max(self.rings, key=lambda ring: abs(_gravity(ring)[0]))

    @property
    def path(self) -> str:
        """As SVG wants it: points whatever the language; a ring within another is a hole."""
        return "".join(f"M{' '.join(f'{x:.1f},{y:.1f}' for x, y in ring)}Z" for ring in self.rings)

    @property
    def middle(self) -> Point:
        """The centre of gravity, where a name has most room."""
        area, x, y = _gravity(self.outline)
        return (x / (3 * area), y / (3 * area)) if area else self.outline[0]


def _gravity(ring: Sequence[Point]) -> tuple[float, float, float]:
    """Twice the area, by its sign the direction, and the moments."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
        cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return area, x, y


@dataclass(frozen=True, slots=True)
class Sheet:
    width: float
    height: float
    cells: tuple[Cell, ...]


def sheet(
    places: Iterable[tuple[str, float, float]], borders: Mapping[str, Sequence] | None = None
) -> Sheet:
    """Draws (id, latitude, longitude), degrees; the same places give the same drawing. `borders`
    are rings of (longitude, latitude) by id; with any, no cell is drawn."""
    given = sorted(places)
    if not given:
        return Sheet(WIDTH, 0, ())
    middle = radians(sum(lat for _, lat, _ in given) / len(given))

    def flat(lon: float, lat: float) -> Point:
        return lon * cos(middle) * KM_A_DEGREE, -lat * KM_A_DEGREE

    centres = {name: flat(lon, lat) for name, lat, lon in given}
    rings = {name: _rings(name, centres, borders, flat) for name in centres}
    points = [point for several in rings.values() for ring in several for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    scale = (WIDTH - 2 * MARGIN) / (right - left)

    def drawn(point: Point) -> Point:
        x, y = point
        return (x - left) * scale + MARGIN, (y - top) * scale + MARGIN

    cells = (
        Cell(name, drawn(centres[name]), tuple(tuple(map(drawn, ring)) for ring in rings[name]))
        for name in centres
    )
    # A disc lies over the boundaries around it; otherwise the order is that of the names.
    laid = sorted(cells, key=lambda cell: bool(borders) and cell.id not in (borders or ()))
    return Sheet(WIDTH, (bottom - top) * scale + 2 * MARGIN, tuple(laid))


def _rings(name: str, centres: dict[str, Point], borders, flat) -> list[list[Point]]:
    if not borders:
        return [_outline(name, centres)]
    if name in borders:
        return [[flat(lon, lat) for lon, lat in ring] for ring in borders[name]]
    return [_disc(centres[name], DISC_KM)]


def _disc(centre: Point, reach: float) -> list[Point]:
    turn = 2 * pi / CORNERS
    x, y = centre
    return [(x + reach * cos(i * turn), y + reach * sin(i * turn)) for i in range(CORNERS)]


def _outline(name: str, centres: dict[str, Point]) -> list[Point]:
    x, y = centres[name]
    outline = _disc((x, y), REACH_KM)
    for other, (ox, oy) in centres.items():
        # Two places at one point share their cell: no line divides them.
        if other != name and 0 < hypot(ox - x, oy - y) < 2 * REACH_KM:
            outline = _cut(outline, (x, y), (ox, oy))
    return outline


def _cut(outline: list[Point], near: Point, far: Point) -> list[Point]:
    """What of the outline lies nearer to `near`: the half-plane of the line between the two."""
    nx, ny = far[0] - near[0], far[1] - near[1]
    limit = ((near[0] + far[0]) * nx + (near[1] + far[1]) * ny) / 2
    kept: list[Point] = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        a, b = ax * nx + ay * ny - limit, bx * nx + by * ny - limit
        if a <= 0:
            kept.append((ax, ay))
        if (a < 0 < b) or (b < 0 < a):
            share = a / (a - b)
            kept.append((ax + (bx - ax) * share, ay + (by - ay) * share))
    return kept
