"""The catalogue as read-only arrays, compiled once per version and shared by every match."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from .affinity import Affinity, relate
from .arrays import Bools, Codes, Flags, Floats, codes, figures, flags, frozen
from .rows import DistrictRow, IndustryRow, ParkRow, PriorityRow, ShipmentRow

KINDS = ("industrial_park", "technopark", "industrial_zone", "port_zone", "plot")
STAGES = ("planned", "building", "operating", "closed")
RAILS = ("none", "near", "own")
MANUFACTURING = range(10, 34)
"""OKVED 2, section C."""


@dataclass(frozen=True, slots=True)
class Known:
    """One figure of all places: as known, with zero for unknown, and which are unknown."""

    known: Floats
    sure: Floats
    unknown: Bools


def known(values: Iterable[float | None]) -> Known:
    """A column of figures with its unknowns told apart once."""
    column = figures(values)
    unknown = np.isnan(column)
    return Known(column, frozen(np.where(unknown, np.float32(0), column)), frozen(unknown))


@dataclass(frozen=True, slots=True)
class Districts:
    """Columns by district, ordered by id."""

    ids: tuple[str, ...]
    index: dict[str, int]
    neighbours: tuple[tuple[int, ...], ...]
    sea_port: Flags
    railway: Flags
    airport: Flags
    federal_highway: Flags
    employees_per_1000: Known
    shipments_bn_rub: Known
    priority: Affinity
    evidence: Affinity


@dataclass(frozen=True, slots=True)
class Parks:
    """Columns by offered park, ordered by id; `district` points into Districts.

    `area` is the largest free plot, else the free area; `area_at_most` falls back on the total
    area, which can only refuse.
    """

    ids: tuple[str, ...]
    index: dict[str, int]
    district: npt.NDArray[np.intp]
    kind: Codes
    stage: Codes
    rail: Codes
    area: Known
    area_at_most: Floats
    power: Known
    gas: Known
    water: Known
    sewage: Known
    hazard_class: Known
    port_km: Known
    highway_km: Known
    airport_km: Known
    profile: Affinity


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One version of the catalogue. Never written after `compile`, so threads may share it; `kept`
    alone fills with what the rules say of it that no figure of a need can change."""

    version: str
    industries: tuple[str, ...]
    industry_index: dict[str, int]
    manufacturing: Bools
    relations: Floats
    districts: Districts
    parks: Parks
    kept: dict[tuple[str, object], Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def compile(
        cls,
        *,
        industries: Iterable[IndustryRow],
        districts: Iterable[DistrictRow],
        parks: Iterable[ParkRow],
        priorities: Iterable[PriorityRow] = (),
        evidence: Iterable[PriorityRow] = (),
        shipments: Iterable[ShipmentRow] = (),
        version: str,
    ) -> "Snapshot":
        """Parks that are not offered are left out.

        `priorities` are told apart by their basis; `evidence` all count as evidence. A row that
        names an unknown district, or two rows with one id, raise ValueError; an industry outside
        the list is passed over.
        """
        listed = tuple(sorted(industries, key=lambda row: row.code))
        places = tuple(sorted(districts, key=lambda row: row.id))
        offered = tuple(sorted((p for p in parks if p.offered is not False), key=lambda p: p.id))
        relations = relate(listed)
        industry_index = _index([row.code for row in listed], "industry")
        rows = [*priorities]
        official = [row for row in rows if row.basis == "official"]
        seen = [row for row in rows if row.basis != "official"] + [*evidence]
        columns = _districts(places, official, seen, shipments, relations, industry_index)
        return cls(
            version=version,
            industries=tuple(industry_index),
            industry_index=industry_index,
            manufacturing=frozen(np.array([_manufactures(row) for row in listed], np.bool_)),
            relations=relations,
            districts=columns,
            parks=_parks(offered, columns.index, relations, industry_index),
        )


def _index(ids: list[str], noun: str) -> dict[str, int]:
    index = {name: place for place, name in enumerate(ids)}
    if len(index) < len(ids):
        twice = sorted({name for name in ids if ids.count(name) > 1})
        raise ValueError(f"{noun} given twice: {', '.join(twice)}")
    return index


def _place(index: dict[str, int], district: str, owner: str) -> int:
    if district not in index:
        raise ValueError(f"{owner} names the unknown district {district!r}")
    return index[district]


def _manufactures(row: IndustryRow) -> bool:
    return any(code[:2].isdigit() and int(code[:2]) in MANUFACTURING for code in row.okved if code)


def _plot(row: ParkRow) -> float | None:
    return row.area_free_ha if row.largest_plot_ha is None else row.largest_plot_ha


def _affinity(
    rows: Iterable[PriorityRow],
    index: dict[str, int],
    relations: Floats,
    industries: dict[str, int],
) -> Affinity:
    stated = [
        (
            industries[row.industry],
            _place(index, row.district, f"a priority of {row.industry}"),
            1.0 if row.weight is None else row.weight,
        )
        for row in rows
        if row.industry in industries
    ]
    return Affinity.compile(relations, len(index), stated)


def _districts(
    rows: tuple[DistrictRow, ...],
    official: list[PriorityRow],
    evidence: list[PriorityRow],
    shipments: Iterable[ShipmentRow],
    relations: Floats,
    industries: dict[str, int],
) -> Districts:
    index = _index([row.id for row in rows], "district")
    latest: dict[int, ShipmentRow] = {}
    for shipment in sorted(shipments, key=lambda row: row.year):
        if shipment.bn_rub is not None:
            latest[_place(index, shipment.district, "a shipment figure")] = shipment
    return Districts(
        ids=tuple(index),
        index=index,
        neighbours=tuple(
            tuple(index[name] for name in row.neighbours if name in index) for row in rows
        ),
        sea_port=flags(row.sea_port for row in rows),
        railway=flags(row.railway for row in rows),
        airport=flags(row.airport for row in rows),
        federal_highway=flags(row.federal_highway for row in rows),
        employees_per_1000=known(
            round(row.employees_manufacturing / row.population * 1000, 1)
            if row.population and row.employees_manufacturing is not None
            else None
            for row in rows
        ),
        shipments_bn_rub=known(
            latest[place].bn_rub if place in latest else None for place in range(len(rows))
        ),
        priority=_affinity(official, index, relations, industries),
        evidence=_affinity(evidence, index, relations, industries),
    )


def _parks(
    rows: tuple[ParkRow, ...],
    districts: dict[str, int],
    relations: Floats,
    industries: dict[str, int],
) -> Parks:
    index = _index([row.id for row in rows], "park")
    profile = [
        (industries[code], place, 1.0)
        for place, row in enumerate(rows)
        for code in row.industries
        if code in industries
    ]

    return Parks(
        ids=tuple(index),
        index=index,
        district=frozen(
            np.array([_place(districts, row.district, f"park {row.id}") for row in rows], np.intp)
        ),
        kind=codes((row.kind for row in rows), KINDS),
        stage=codes((row.stage for row in rows), STAGES),
        rail=codes((row.rail for row in rows), RAILS),
        area=known(_plot(row) for row in rows),
        area_at_most=figures(
            row.area_total_ha if _plot(row) is None else _plot(row) for row in rows
        ),
        power=known(row.power_free_mw for row in rows),
        gas=known(row.gas_free_m3h for row in rows),
        water=known(row.water_free_m3d for row in rows),
        sewage=known(row.sewage_free_m3d for row in rows),
        hazard_class=known(row.hazard_class_accepted for row in rows),
        port_km=known(row.port_km for row in rows),
        highway_km=known(row.highway_km for row in rows),
        airport_km=known(row.airport_km for row in rows),
        profile=Affinity.compile(relations, len(rows), profile),
    )
