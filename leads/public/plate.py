"""The plate of the start page: municipalities by their centres over a graticule, as plain figures.

Coordinates are those of the registry (GeoNames, CC BY); a plate carrée shrunk by the cosine of the
middle latitude, which at this size is as good as any projection.
"""

from dataclasses import dataclass, replace
from math import ceil, cos, floor, radians, sqrt

from django.utils.translation import pgettext_lazy

from districts.models import District

WIDTH = 640
MARGIN = 40
LARGEST = 22
NAMED = 6
CROWDED_X, CROWDED_Y = 160, 30
# Where the names of the seas stand: longitude, latitude.
WATERS = (
    (pgettext_lazy("sea", "Sea of Azov"), 37.25, 46.3),
    (pgettext_lazy("sea", "Black Sea"), 37.75, 43.8),
)


@dataclass(frozen=True)
class Spot:
    """A centre; `radius` grows with the root of the goods shipped, None where unknown."""

    name: str
    x: float
    y: float
    radius: float | None
    named: bool = False
    left: bool = False
    below: bool = False


@dataclass(frozen=True)
class Plate:
    height: int
    spots: list[Spot]
    meridians: list[tuple[int, float]]
    parallels: list[tuple[int, float]]
    waters: list[tuple[str, float, float]]
    width: int = WIDTH


def plate(year: int | None) -> Plate | None:
    """Two queries; None where fewer than two centres are known."""
    rows = list(District.objects.current().exclude(lat=None).exclude(lon=None).order_by("pk"))
    if len(rows) < 2:
        return None
    shipped = dict(District.objects.by_shipments(year).values_list("pk", "bn_rub"))
    lats, lons = [float(row.lat) for row in rows], [float(row.lon) for row in rows]
    west, north = min(lons), max(lats)
    shrink = cos(radians((north + min(lats)) / 2))
    scale = (WIDTH - 2 * MARGIN) / max((max(lons) - west) * shrink, 0.1)

    def across(lon: float) -> float:
        return round(MARGIN + (lon - west) * shrink * scale, 1)

    def down(lat: float) -> float:
        return round(MARGIN + (north - lat) * scale, 1)

    most = float(max(shipped.values(), default=1))
    named = sorted(shipped, key=lambda pk: (-shipped[pk], pk))[:NAMED]
    spots = [
        Spot(
            # Maps name a town without its “г.”.
            name=(row.centre or row.name).removeprefix("г. "),
            x=across(float(row.lon)),
            y=down(float(row.lat)),
            radius=round(LARGEST * sqrt(float(shipped[row.pk]) / most), 1)
            if row.pk in shipped
            else None,
            named=row.pk in named,
            left=across(float(row.lon)) > WIDTH * 0.7,
        )
        for row in rows
    ]
    named_spots = [spot for spot in spots if spot.named]
    spots = [replace(spot, below=_crowded(spot, named_spots)) for spot in spots]
    spots.sort(key=lambda spot: (spot.radius is not None, -(spot.radius or 0)))
    return Plate(
        height=ceil(down(min(lats)) + MARGIN),
        spots=spots,
        meridians=[(lon, across(lon)) for lon in range(ceil(west), floor(max(lons)) + 1)],
        parallels=[(lat, down(lat)) for lat in range(ceil(min(lats)), floor(north) + 1)],
        waters=[(name, across(lon), down(lat)) for name, lon, lat in WATERS],
    )


def _crowded(spot: Spot, named: list[Spot]) -> bool:
    """Whether another name stands so close above that the two would touch."""
    return spot.named and any(
        0 < spot.y - other.y < CROWDED_Y and abs(spot.x - other.x) < CROWDED_X for other in named
    )
