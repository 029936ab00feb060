"""The land as the matching sees it: one compiled snapshot a registry version and process."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from districts.matching.many import Order, order_many
from districts.matching.need import Need
from districts.matching.ranking import Placement, Ranking, explain, order, rank
from districts.matching.rows import DistrictRow, IndustryRow, ParkRow, PriorityRow, ShipmentRow
from districts.matching.rules import VERSION as RULES_VERSION
from districts.matching.snapshot import Snapshot
from districts.matching.weights import Weights
from districts.models import District, Industry, Park, Priority, RegistryVersion, WeightSet
from districts.models import Shipment as ShipmentModel

_CAPACITIES = (
    *("area_total_ha", "area_free_ha", "largest_plot_ha", "power_free_mw", "gas_free_m3h"),
    *("water_free_m3d", "sewage_free_m3d", "port_km", "highway_km", "airport_km"),
)


@dataclass(frozen=True)
class Land:
    """A registry version, its snapshot and the weights in force then; read-only, shared by the
    threads of a process."""

    version: int
    snapshot: Snapshot
    weights: Weights
    names: dict[str, dict[str, str]]

    def name(self, key: str) -> str:
        """Of an industry, district or park in the page's language; an unknown key as it stands."""
        return self.names["en" if get_language() == "en" else "ru"].get(key, key)

    @property
    def versions(self) -> tuple[str, int, int]:
        """Of the rules, the registry and the weights, as stored matches name them."""
        return RULES_VERSION, self.version, int(self.weights.version)

    def rank(self, need: Need, *, on: date) -> Ranking:
        return rank(need, self.snapshot, self.weights, at=on)

    def order_many(self, needs: Sequence[Need], *, on: date) -> Iterator[Order]:
        """One for each need, as `rank` orders its places, without findings."""
        return order_many(needs, self.snapshot, self.weights, at=on)

    def rank_all(self, need: Need, *, on: date) -> Ranking:
        """Every offered park stands in `parks` or in `excluded`."""
        most = len(self.snapshot.parks.ids)
        return rank(need, self.snapshot, self.weights, at=on, most=most)

    def first_industry(self, codes: Iterable[str]) -> str | None:
        """The first that this registry knows: a text may name more than an agency lists."""
        return next((code for code in codes if code in self.snapshot.industry_index), None)

    def first_district(self, ids: Iterable[str]) -> str | None:
        return next((key for key in ids if key in self.snapshot.districts.index), None)

    def first(
        self, most: int, need: Need, weights: Weights, *, on: date
    ) -> tuple[list[str], list[str]]:
        """Ids of the best districts and of the best parks by any weights, without findings."""
        districts, parks = order(need, self.snapshot, weights, at=on)
        ids = self.snapshot.districts.ids, self.snapshot.parks.ids
        return (
            [ids[0][place] for place, _ in districts[:most]],
            [ids[1][place] for place, _ in parks[:most]],
        )

    def home(self, place: str) -> str:
        """The district that a place of this registry stands in."""
        parks, districts = self.snapshot.parks, self.snapshot.districts
        row = parks.index.get(place)
        return place if row is None else districts.ids[parks.district[row]]

    def knows(self, place: str) -> bool:
        """Whether it is an offered park or a district of this registry."""
        return place in self.snapshot.parks.index or place in self.snapshot.districts.index

    def explain(self, need: Need, place: str, *, on: date) -> Placement:
        """Any place asked about, fitting or not; an unknown id raises KeyError."""
        return explain(need, self.snapshot, place, self.weights, at=on)


_current: Land | None = None


def current_land() -> Land:
    """The registry and the weights as they stand; one indexed row is read to know, for whatever
    changes either raises its number."""
    global _current
    version = RegistryVersion.current()
    known = _current
    if known is None or known.version != version:
        # Built beside the old one: a thread that still holds that one goes on with it.
        known = _current = Land(version, _compile(version), WeightSet.current().weights, _names())
    return known


def _compile(version: int) -> Snapshot:
    return Snapshot.compile(
        version=str(version),
        industries=[
            IndustryRow(row.pk, row.parent_id, tuple(row.okved))
            for row in Industry.objects.current()
        ],
        districts=[
            DistrictRow(
                id=row.pk,
                population=row.population,
                employees_manufacturing=row.employees_manufacturing,
                sea_port=row.sea_port,
                railway=row.railway,
                airport=row.airport,
                federal_highway=row.federal_highway,
                neighbours=tuple(row.neighbours),
            )
            for row in District.objects.current()
        ],
        priorities=[
            PriorityRow(row.district_id, row.industry_id, row.basis, float(row.weight))
            for row in Priority.objects.filter(district__retired_at=None)
        ],
        shipments=[
            ShipmentRow(row.district_id, row.year, float(row.bn_rub))
            for row in ShipmentModel.objects.filter(district__retired_at=None)
        ],
        parks=[_park(row) for row in Park.objects.offered()],
    )


def _names() -> dict[str, dict[str, str]]:
    """By language; those out of use too, because stored matches still name them."""
    rows = [
        row
        for table in (Industry, District, Park)
        for row in table.objects.values_list("pk", "name_ru", "name_en")
    ]
    return {
        "ru": {key: russian or english for key, russian, english in rows},
        "en": {key: english or russian for key, russian, english in rows},
    }


def _park(row: Park) -> ParkRow:
    return ParkRow(
        id=row.pk,
        district=row.district_id,
        kind=row.kind or None,
        stage=row.stage or None,
        rail=row.rail or None,
        hazard_class_accepted=row.hazard_class_accepted,
        industries=tuple(row.industries),
        offered=row.offered,
        **{name: _figure(getattr(row, name)) for name in _CAPACITIES},
    )


def _figure(value) -> float | None:
    return None if value is None else float(value)
