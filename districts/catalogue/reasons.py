"""Why here: at most three facts with figures that speak for a district, each with its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from districts.facts import Dated, SourceBook
from districts.models import District, Park, Shipment, State

AT_MOST = 3
WAYS = ("sea_port", "railway", "federal_highway", "airport")


@dataclass(frozen=True, slots=True)
class Reason:
    """The words belong to the template; `place` of `of` is the rank among the known, if any."""

    kind: str
    value: Any
    dated: Dated
    place: int = 0
    of: int = 0
    year: int | None = None
    park: Park | None = None


def roomiest(parks: Iterable[Park]) -> Park | None:
    """The park with the most free land of those that published it."""
    known = [park for park in parks if park.area_free_ha]
    return max(known, key=lambda park: (park.area_free_ha, park.pk), default=None)


def reasons(district: District, park: Park | None, book: SourceBook) -> list[Reason]:
    """The rarest first; what is unknown, or of the lower half, is no reason. Three queries."""
    found = []
    if park:
        dated = book.dated(park, "area_free_ha")
        found.append(Reason("land", park.area_free_ha, dated, park=park))
    found += [*_shipped(district, book), *_ways(district, book), *_counted(district, book)]
    return found[:AT_MOST]


def _shipped(district: District, book: SourceBook) -> list[Reason]:
    year = next(iter(Shipment.objects.years()), None)
    ranked = list(District.objects.current().by_shipments(year))
    for place, row in enumerate(ranked, 1):
        if row.pk == district.pk and row.bn_rub:
            dated = book.quote(row.shipment_sources, str(year), row.shipment_state)
            return [Reason("shipped", row.bn_rub, dated, place, len(ranked), year)]
    return []


def _ways(district: District, book: SourceBook) -> list[Reason]:
    """Port, railway, motorway, airport: two at least, dated by the oldest of their sources."""
    has = [name for name in WAYS if getattr(district, name)]
    if len(has) < 2:
        return []
    of_each = [book.dated(district, name) for name in has]
    ids = dict.fromkeys(name for dated in of_each for name in dated.ids)
    doubtful = (dated.state for dated in of_each if dated.state != State.SOURCED)
    state = next(doubtful, State.SOURCED)
    return [Reason("ways", has, book.quote(ids, min(d.as_of for d in of_each), state))]


def _counted(district: District, book: SourceBook) -> list[Reason]:
    fields = ("employees_manufacturing", "population")
    rows = list(District.objects.current().values(*fields))
    found = []
    for field in fields:
        own = getattr(district, field)
        known = [row[field] for row in rows if row[field] is not None]
        place = 1 + sum(value > (own or 0) for value in known)
        if own and place * 2 <= len(known):
            found.append(Reason(field, own, book.dated(district, field), place, len(known)))
    return found
