"""Which file fills which model, column by column, in the order in which they must be filled."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import models

from districts.models import (
    CompanyEvidence,
    District,
    Figure,
    Industry,
    Park,
    PlaceKind,
    Priority,
    Shipment,
    Source,
    State,
)
from districts.models.park import AMOUNTS, NOT_MORE

from .columns import (
    Column,
    as_of,
    choice,
    decimal,
    offered,
    oktmo,
    reference,
    several,
    slug,
    text,
    weight,
    whole,
    yes_no,
)


@dataclass(frozen=True, slots=True)
class Table:
    """`key` names the columns that tell rows apart; `not_more` the pairs of figures in order;
    `once` the columns whose value no two rows share."""

    name: str
    model: type[models.Model]
    key: tuple[str, ...]
    columns: dict[str, Column]
    not_more: tuple[tuple[str, str], ...] = ()
    once: tuple[str, ...] = ()

    @property
    def retires(self) -> bool:
        """Rows that inquiries may point at are retired, the others deleted."""
        return hasattr(self.model, "retired_at")

    def key_of(self, row: models.Model) -> tuple:
        return tuple(getattr(row, self.columns[name].attribute) for name in self.key)


SOURCE = Column("sources", several(text(200)))
AS_OF = Column("as_of", as_of)
STATE = Column("state", lambda cell: choice(State)(cell) or State.SOURCED.value)
NAMES = {
    "name_ru": Column("name_ru", text(200), needed=True),
    "name_en": Column("name_en", text(200), needed=True),
}
DISTRICT = Column("district_id", slug, needed=True, refers="districts")
INDUSTRIES = Column("industries", several(slug), refers="industries")

TABLES = {
    table.name: table
    for table in (
        Table(
            "sources",
            Source,
            ("id",),
            {
                "id": Column("id", text(40), needed=True),
                "title": Column("title", text(500), needed=True),
                "title_ru": Column("title_ru", text(500)),
                "address": Column("address", text(2000)),
                "date": Column("date", text(100)),
                "licence": Column("licence", text(500)),
                "says": Column("says", text(2000)),
            },
        ),
        Table(
            "industries",
            Industry,
            ("code",),
            {
                "code": Column("code", slug, needed=True),
                "parent": Column("parent_id", reference, refers="industries"),
                **NAMES,
                "okved": Column("okved", several(text(12))),
            },
        ),
        Table(
            "districts",
            District,
            ("id",),
            {
                "id": Column("id", slug, needed=True),
                "oktmo": Column("oktmo", oktmo),
                **NAMES,
                "kind": Column("kind", choice(District.Kind)),
                "centre_ru": Column("centre_ru", text(100)),
                "centre_en": Column("centre_en", text(100)),
                "lat": Column("lat", decimal(-90, 90, 5)),
                "lon": Column("lon", decimal(-180, 180, 5)),
                "population": Column("population", whole(0, 100_000_000)),
                "area_km2": Column("area_km2", decimal(Decimal("0.01"), 4_000_000, 2)),
                "sea_port": Column("sea_port", yes_no),
                "railway": Column("railway", yes_no),
                "airport": Column("airport", yes_no),
                "federal_highway": Column("federal_highway", yes_no),
                "neighbours": Column("neighbours", several(slug), refers="districts"),
                "employees_manufacturing": Column("employees_manufacturing", whole(0, 10_000_000)),
                "source": SOURCE,
                "as_of": AS_OF,
                "state": STATE,
            },
            once=("oktmo",),
        ),
        Table(
            "parks",
            Park,
            ("id",),
            {
                "id": Column("id", slug, needed=True),
                "district": DISTRICT,
                **NAMES,
                "settlement_ru": Column("settlement_ru", text(200)),
                "settlement_en": Column("settlement_en", text(200)),
                "kind": Column("kind", choice(Park.Kind)),
                "stage": Column("stage", choice(Park.Stage)),
                "field": Column("field", choice(Park.Field)),
                **{name: Column(name, decimal(0, 999_999_999, 3)) for name in AMOUNTS},
                "rail": Column("rail", choice(Park.Rail)),
                "hazard_class_accepted": Column("hazard_class_accepted", whole(1, 5)),
                "industries": INDUSTRIES,
                "offered": Column("offered", offered),
                "managing_company": Column("managing_company", text(200)),
                "managing_company_en": Column("managing_company_en", text(200)),
                "note_ru": Column("note_ru", text(500)),
                "note_en": Column("note_en", text(500)),
                "source": SOURCE,
                "as_of": AS_OF,
                "state": STATE,
            },
            NOT_MORE,
        ),
        Table(
            "priorities",
            Priority,
            ("district", "industry", "basis"),
            {
                "district": DISTRICT,
                "industry": Column("industry_id", slug, needed=True, refers="industries"),
                "basis": Column("basis", choice(Priority.Basis), needed=True),
                "weight": Column("weight", weight),
                "source": SOURCE,
                "as_of": AS_OF,
                "state": STATE,
            },
        ),
        Table(
            "shipments",
            Shipment,
            ("district", "year"),
            {
                "district": DISTRICT,
                "year": Column("year", whole(1990, 2100), needed=True),
                "bn_rub": Column("bn_rub", decimal(0, 1_000_000, 3), needed=True),
                "source": SOURCE,
                "as_of": AS_OF,
                "state": STATE,
            },
        ),
        Table(
            "evidence",
            CompanyEvidence,
            ("district", "company_ru"),
            {
                "district": DISTRICT,
                "company_ru": Column("company_ru", text(200), needed=True),
                "company_en": Column("company_en", text(200)),
                "industries": INDUSTRIES,
                "stage": Column("stage", choice(CompanyEvidence.Stage), needed=True),
                "fact_ru": Column("fact_ru", text(500)),
                "fact_en": Column("fact_en", text(500)),
                "source": SOURCE,
                "as_of": AS_OF,
                "state": STATE,
            },
        ),
        Table(
            "figures",
            Figure,
            ("place_kind", "place", "field"),
            {
                "place_kind": Column("place_kind", choice(PlaceKind), needed=True),
                "place": Column("place", slug, needed=True),
                "field": Column("field", slug, needed=True),
                "source": SOURCE,
                "as_of": AS_OF,
                "state": STATE,
            },
        ),
    )
}
