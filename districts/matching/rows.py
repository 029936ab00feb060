"""Plain rows of the registry, as the CSV reader and the database both fill them.

Blank is unknown: None, never zero or no. Units stand in the names.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndustryRow:
    """An entry of the agency's industry list; `okved` holds OKVED 2 codes such as "28.4"."""

    code: str
    parent: str | None = None
    okved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """A municipality, as far as matching needs it; `neighbours` are district ids."""

    id: str
    population: float | None = None
    employees_manufacturing: float | None = None
    sea_port: bool | None = None
    railway: bool | None = None
    airport: bool | None = None
    federal_highway: bool | None = None
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """An industry that a district ranks first (basis "official") or is seen to have ("evidence").

    A blank weight (0–1) counts as 1.
    """

    district: str
    industry: str
    basis: str = "official"
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class ShipmentRow:
    """Own goods shipped by a district's manufacturers in one year, billions of roubles."""

    district: str
    year: int
    bn_rub: float | None = None


@dataclass(frozen=True, slots=True)
class ParkRow:
    """A park or plot; capacities are free ones, distances run to the nearest.

    `hazard_class_accepted` 3 means that classes 3, 4 and 5 are accepted. `offered` False keeps
    the park out of every answer.
    """

    id: str
    district: str
    kind: str | None = None
    stage: str | None = None
    area_total_ha: float | None = None
    area_free_ha: float | None = None
    largest_plot_ha: float | None = None
    power_free_mw: float | None = None
    gas_free_m3h: float | None = None
    water_free_m3d: float | None = None
    sewage_free_m3d: float | None = None
    rail: str | None = None
    hazard_class_accepted: int | None = None
    port_km: float | None = None
    highway_km: float | None = None
    airport_km: float | None = None
    industries: tuple[str, ...] = ()
    offered: bool | None = None
