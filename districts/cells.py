"""A schematic map of our own: each district a cell around its centre, nobody's boundary.

A cell holds what is nearer to its centre than to any other, within REACH_KM. Pure arithmetic.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, radians, sin

REACH_KM = 36.0
"""No cell reaches further from its centre, so that the rim does not run into the sea for ever."""
CORNERS = 48
KM_A_DEGREE = 111.2
WIDTH = 900.0
"""Of the drawing, in units of its own."""
MARGIN = 8.0

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One place as it is drawn: its centre and the outline around it, in units of the drawing."""

    id: str
    centre: Point
    outline: tuple[Point, ...]

    @property
    def points(self) -> str:
        """As SVG wants them: points whatever the language."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.outline)

    @property
    def middle(self) -> Point:
        """The centre of gravity, where a name has most room."""
        area = x = y = 0.0
        for (ax, ay), (bx, by) in pairwise([*self.outline, self.outline[0]]):
            cross = ax * by - bx * ay
            area += cross
            x += (ax + bx) * cross
            y += (ay + by) * cross
        return (x / (3 * area), y / (3 * area)) if area else self.outline[0]


@dataclass(frozen=True, slots=True)
class Sheet:
    width: float
    height: float
    cells: tuple[Cell, ...]


def sheet(places: Iterable[tuple[str, float, float]]) -> Sheet:
    """Draws (id, latitude, longitude), degrees; the same places give the same drawing."""
    given = sorted(places)
    if not given:
        return Sheet(WIDTH, 0, ())
    middle = radians(sum(lat for _, lat, _ in given) / len(given))
    centres = {
        name: (lon * cos(middle) * KM_A_DEGREE, -lat * KM_A_DEGREE) for name, lat, lon in given
    }
    outlines = {name: _outline(name, centres) for name in centres}
    xs = [x for outline in outlines.values() for x, _ in outline]
    ys = [y for outline in outlines.values() for _, y in outline]
    scale = (WIDTH - 2 * MARGIN) / (max(xs) - min(xs))

    def drawn(point: Point) -> Point:
        x, y = point
        return (x - min(xs)) * scale + MARGIN, (y - min(ys)) * scale + MARGIN

    cells = tuple(
        Cell(name, drawn(centres[name]), tuple(map(drawn, outlines[name]))) for name in centres
    )
    return Sheet(WIDTH, (max(ys) - min(ys)) * scale + 2 * MARGIN, cells)


def _outline(name: str, centres: dict[str, Point]) -> list[Point]:
    x, y = centres[name]
    turn = 2 * pi / CORNERS
    outline = [(x + REACH_KM * cos(i * turn), y + REACH_KM * sin(i * turn)) for i in range(CORNERS)]
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
