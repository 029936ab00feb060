"""One figure of every district as five classes of colour; what nobody published stays hatched."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from districts.cells import Cell, Point, Sheet, sheet
from districts.models import Boundary, District, Park

CLASSES = 5
# How wide a letter of a name is, and how far two names stand apart, in units of the drawing.
LETTER, LINE = 7.0, 14.0
OFFERED = Q(parks__in=Park.objects.offered())


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure that the map can show; `unit` follows the number, and may be blank."""

    key: str
    label: str
    unit: str


FIGURES = (
    Shown("shipments", _("Goods shipped"), _("bn roubles")),
    Shown("parks", _("Parks and sites offered"), ""),
    Shown("free", _("Free area in parks"), _("ha")),
    Shown("population", _("Population"), ""),
    Shown("staff", _("Staff in manufacturing"), ""),
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A district on the map; a `value` of None is unknown, and `rank` 0 then."""

    district: District
    cell: Cell
    label: Point
    name: str
    value: Decimal | None
    rank: int


@dataclass(frozen=True, slots=True)
class Step:
    """One class of the legend: its lowest and highest figure."""

    rank: int
    least: Decimal
    most: Decimal


@dataclass(frozen=True, slots=True)
class Map:
    shown: Shown
    choices: tuple[Shown, ...]
    year: int | None
    sheet: Sheet
    places: tuple[Drawn, ...]
    steps: tuple[Step, ...]
    unknown: int
    borders: Boundary | None
    """One of the imported boundaries, for its credit; None on the schematic map."""


def choropleth(asked: str, districts, year: int | None) -> Map | None:
    """The map of these districts; None where none has coordinates. Costs two queries."""
    shown = next((one for one in FIGURES if one.key == asked), FIGURES[0])
    rows = list(_with_value(districts, shown.key, year).exclude(lat=None).exclude(lon=None))
    if not rows:
        return None
    borders = Boundary.objects.in_bulk([row.pk for row in rows])
    placed = ((row.pk, float(row.lat), float(row.lon)) for row in rows)
    drawn = sheet(placed, {key: border.rings for key, border in borders.items()})
    ranks = _ranks(row.shown for row in rows)
    known = {row.pk: row for row in rows}
    labels = _labels({cell.id: (cell.middle, _short(known[cell.id])) for cell in drawn.cells})
    places = tuple(
        Drawn(
            district=(row := known[cell.id]),
            cell=cell,
            label=labels[cell.id],
            name=_short(row),
            value=row.shown,
            rank=ranks.get(row.shown, 0),
        )
        for cell in drawn.cells
    )
    return Map(
        shown=shown,
        choices=FIGURES,
        year=year if shown.key == "shipments" else None,
        sheet=drawn,
        places=places,
        steps=_steps(ranks),
        unknown=sum(place.value is None for place in places),
        borders=next(iter(borders.values()), None),
    )


def _with_value(districts, key: str, year: int | None):
    values = {
        "shipments": Sum("shipments__bn_rub", filter=Q(shipments__year=year)),
        "parks": Count("parks", filter=OFFERED),
        "free": Sum("parks__area_free_ha", filter=OFFERED),
        "population": Sum("population"),
        "staff": Sum("employees_manufacturing"),
    }
    return districts.annotate(shown=values[key])


def _ranks(values: Iterable[Decimal | None]) -> dict[Decimal, int]:
    """Each known figure and its class, 1 to 5, as many districts in each as can be."""
    known = sorted(value for value in values if value is not None)
    return {value: 1 + known.index(value) * CLASSES // len(known) for value in dict.fromkeys(known)}


def _steps(ranks: dict[Decimal, int]) -> tuple[Step, ...]:
    grouped: dict[int, list[Decimal]] = {}
    for value, rank in ranks.items():
        grouped.setdefault(rank, []).append(value)
    return tuple(Step(rank, min(of), max(of)) for rank, of in sorted(grouped.items()))


def _labels(names: dict[str, tuple[Point, str]]) -> dict[str, Point]:
    """Where each name stands: in the middle, or below the name that stands there already."""
    placed: list[tuple[float, float, float]] = []
    found = {}
    for key, ((x, y), name) in sorted(names.items(), key=lambda one: (one[1][0][1], one[0])):
        half = len(name) * LETTER / 2
        for ox, oy, other in placed:
            if abs(x - ox) < half + other and abs(y - oy) < LINE:
                y = oy + LINE
        placed.append((x, y, half))
        found[key] = (x, y)
    return found


def _short(district: District) -> str:
    """The centre without what kind of settlement it is: "ст-ца Динская" says Динская."""
    first, _space, rest = district.centre.partition(" ")
    return rest if rest and (first.endswith(".") or first in {"ст-ца", "пгт"}) else district.centre
