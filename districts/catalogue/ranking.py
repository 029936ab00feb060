"""The ranking of districts by shipments, with bars drawn on one scale from zero."""

from dataclasses import dataclass
from decimal import Decimal

from districts.facts import Dated, SourceBook
from districts.models import District


@dataclass(frozen=True, slots=True)
class Bar:
    """`width` is a per cent of the largest, as SVG wants it: a point whatever the language."""

    place: int
    district: District
    bn_rub: Decimal
    width: str
    dated: Dated


def shown_year(asked: str, years: list[int]) -> int | None:
    """The year asked for if it has figures, else the latest that has; None when there is none."""
    return next((year for year in years if str(year) == asked), years[0] if years else None)


def bars(districts, year: int | None, book: SourceBook) -> list[Bar]:
    """`districts` come from `by_shipments`, largest first."""
    rows = list(districts)
    largest = rows[0].bn_rub if rows else Decimal(0)
    return [
        Bar(
            place=place,
            district=row,
            bn_rub=row.bn_rub,
            width=f"{row.bn_rub / largest * 100:.2f}" if largest else "0",
            dated=book.quote(row.shipment_sources, str(year), row.shipment_state),
        )
        for place, row in enumerate(rows, 1)
    ]
