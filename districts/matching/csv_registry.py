"""The registry as CSV files: UTF-8, commas, blank for unknown, `;` inside lists."""

import csv
import hashlib
import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict, TypeVar

from .rows import DistrictRow, IndustryRow, ParkRow, PriorityRow, ShipmentRow
from .snapshot import KINDS, RAILS, STAGES, Snapshot

Row = TypeVar("Row")
FILES = ("industries", "districts", "priorities", "shipments", "parks")


class Rows(TypedDict):
    """What `Snapshot.compile` takes."""

    industries: tuple[IndustryRow, ...]
    districts: tuple[DistrictRow, ...]
    priorities: tuple[PriorityRow, ...]
    shipments: tuple[ShipmentRow, ...]
    parks: tuple[ParkRow, ...]


class RegistryError(ValueError):
    """A registry that cannot be read; says which file, line and column."""


def load(directory: Path) -> Snapshot:
    """Compiles the files of a directory; the version is a hash of what they hold.

    RegistryError says what is wrong with them.
    """
    digest = hashlib.sha256()
    for name in FILES:
        path = directory / f"{name}.csv"
        digest.update(path.read_bytes() if path.is_file() else b"-")
    try:
        return Snapshot.compile(**rows(directory), version=f"csv-{digest.hexdigest()[:12]}")
    except RegistryError:
        raise
    except ValueError as error:
        raise RegistryError(f"{directory}: {error}") from error


def rows(directory: Path) -> Rows:
    """The rows of a directory by their file; priorities and shipments may be missing."""
    return {
        "industries": tuple(_rows(directory, "industries", _industry)),
        "districts": tuple(_rows(directory, "districts", _district)),
        "priorities": tuple(_rows(directory, "priorities", _priority, required=False)),
        "shipments": tuple(_rows(directory, "shipments", _shipment, required=False)),
        "parks": tuple(_rows(directory, "parks", _park)),
    }


class Cells:
    """One line of a file; reading a cell that does not make sense raises ValueError."""

    def __init__(self, values: dict[str, str | None]) -> None:
        self.values = values

    def text(self, column: str) -> str | None:
        return (self.values.get(column) or "").strip() or None

    def key(self, column: str) -> str:
        value = self.text(column)
        if value is None:
            raise ValueError(f"{column} is blank")
        return value

    def figure(self, column: str) -> float | None:
        value = self.text(column)
        if value is None:
            return None
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not (math.isfinite(number) and number >= 0):
            raise ValueError(f"{column} is no figure of zero or more: {value!r}")
        return number

    def answer(self, column: str) -> bool | None:
        value = self.one_of(column, ("yes", "no"))
        return None if value is None else value == "yes"

    def one_of(self, column: str, known: tuple[str, ...]) -> str | None:
        value = self.text(column)
        if value is not None and value not in known:
            raise ValueError(f"{column} is none of {', '.join(known)}: {value!r}")
        return value

    def listed(self, column: str) -> tuple[str, ...]:
        parts = (part.strip() for part in (self.text(column) or "").split(";"))
        return tuple(part for part in parts if part)


def _rows(
    directory: Path, name: str, read: Callable[[Cells], Row], required: bool = True
) -> Iterator[Row]:
    path = directory / f"{name}.csv"
    if not path.is_file():
        if required:
            raise RegistryError(f"{path} is not there")
        return
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        for values in reader:
            try:
                yield read(Cells(values))
            except ValueError as error:
                raise RegistryError(f"{path}, line {reader.line_num}: {error}") from error


def _industry(cells: Cells) -> IndustryRow:
    return IndustryRow(cells.key("code"), cells.text("parent"), cells.listed("okved"))


def _district(cells: Cells) -> DistrictRow:
    return DistrictRow(
        id=cells.key("id"),
        population=cells.figure("population"),
        employees_manufacturing=cells.figure("employees_manufacturing"),
        sea_port=cells.answer("sea_port"),
        railway=cells.answer("railway"),
        airport=cells.answer("airport"),
        federal_highway=cells.answer("federal_highway"),
        neighbours=cells.listed("neighbours"),
    )


def _priority(cells: Cells) -> PriorityRow:
    return PriorityRow(
        cells.key("district"),
        cells.key("industry"),
        cells.one_of("basis", ("official", "evidence")) or "evidence",
        cells.figure("weight"),
    )


def _shipment(cells: Cells) -> ShipmentRow:
    year = cells.figure("year")
    if year is None:
        raise ValueError("year is blank")
    return ShipmentRow(cells.key("district"), int(year), cells.figure("bn_rub"))


def _park(cells: Cells) -> ParkRow:
    hazard_class = cells.figure("hazard_class_accepted")
    return ParkRow(
        id=cells.key("id"),
        district=cells.key("district"),
        kind=cells.one_of("kind", KINDS),
        stage=cells.one_of("stage", STAGES),
        area_total_ha=cells.figure("area_total_ha"),
        area_free_ha=cells.figure("area_free_ha"),
        largest_plot_ha=cells.figure("largest_plot_ha"),
        power_free_mw=cells.figure("power_free_mw"),
        gas_free_m3h=cells.figure("gas_free_m3h"),
        water_free_m3d=cells.figure("water_free_m3d"),
        sewage_free_m3d=cells.figure("sewage_free_m3d"),
        rail=cells.one_of("rail", RAILS),
        hazard_class_accepted=None if hazard_class is None else int(hazard_class),
        port_km=cells.figure("port_km"),
        highway_km=cells.figure("highway_km"),
        airport_km=cells.figure("airport_km"),
        industries=cells.listed("industries"),
        offered=cells.answer("offered"),
    )
