"""What a page says of a place: each figure with its source, its date and how sure it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from districts.as_of import is_stale, last_day
from districts.models import District, Figure, Park, Source

# Names, places and codes do not age as figures do: nobody need be told that they may be old.
LASTING = frozenset(["kind", "centre", "lat", "oktmo", "district", "settlement"])


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as a page names it; `language` is set where the title is not in the page's own."""

    name: str
    url: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Dated:
    """Sources, date and state of one figure. Reading `sources` may cost the book's one query."""

    book: "SourceBook"
    ids: tuple[str, ...]
    as_of: str
    state: str
    lasting: bool = False

    @property
    def sources(self) -> list[SourceLine]:
        return [self.book.line(name) for name in self.ids]

    @property
    def date(self) -> str:
        """As precise as it is known: 2023, June 2023 or 7 June 2023; blank when unknown."""
        if len(self.as_of) <= 4:
            return self.as_of
        day = last_day(self.as_of)
        if len(self.as_of) > 7:
            return date_format(day, "DATE_FORMAT")
        month = date_format(day, "F Y")
        return month if get_language() == "en" else month.lower()

    @property
    def is_stale(self) -> bool:
        return not self.lasting and is_stale(self.as_of, self.book.on)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a page; a `value` of None, "" or [] is unknown."""

    field: str
    label: str
    value: Any
    unit: str
    dated: Dated


class SourceBook:
    """The sources of one page. Figures of `places` cost one query, all the sources another."""

    def __init__(self, on: date, *places: District | Park):
        self.on = on
        self._figures = (
            {(f.place_kind, f.place, f.field): f for f in Figure.objects.of(*places)}
            if places
            else {}
        )
        self._wanted: set[str] = set()
        self._found: dict[str, Source] | None = None

    def line(self, name: str) -> SourceLine:
        if self._found is None:
            self._found = Source.objects.in_bulk(self._wanted)
        source = self._found.get(name)
        if source is None:
            return SourceLine(name)
        foreign = get_language() != "en" and not source.title_ru
        return SourceLine(source.name, source.url, "en" if foreign else "")

    def quote(self, ids: Iterable[str], as_of: str, state: str, *, lasting=False) -> Dated:
        self._wanted |= set(ids)
        return Dated(self, tuple(ids), as_of, state, lasting)

    def dated(self, row, field: str = "") -> Dated:
        """Of one figure of a place, or of a row that is a figure by itself."""
        own = self._figures.get((row.PLACE_KIND, row.pk, field)) if field else None
        told = own or row
        return self.quote(told.sources, told.stands_for, told.state, lasting=field in LASTING)

    def dated_all(self, rows) -> list:
        """The rows, each carrying `dated`."""
        rows = list(rows)
        for row in rows:
            row.dated = self.dated(row)
        return rows


def district_facts(district: District, book: SourceBook) -> list[Fact]:
    placed = district.lat is not None and district.lon is not None
    point = f"{district.lat}, {district.lon}" if placed else ""
    rows = (
        ("kind", _("Kind of municipality"), district.get_kind_display(), ""),
        ("centre", _("Centre"), district.centre, ""),
        ("lat", _("Coordinates of the centre"), point, ""),
        ("oktmo", _("OKTMO code"), district.oktmo, ""),
        ("population", _("Population"), district.population, ""),
        ("area_km2", _("Area"), district.area_km2, _("km²")),
        (
            "employees_manufacturing",
            _("Staff in manufacturing"),
            district.employees_manufacturing,
            "",
        ),
        ("sea_port", _("Sea port"), district.sea_port, ""),
        ("railway", _("Railway"), district.railway, ""),
        ("federal_highway", _("Federal highway"), district.federal_highway, ""),
        ("airport", _("Airport"), district.airport, ""),
    )
    return _facts(district, book, rows)


def park_facts(park: Park, book: SourceBook, industries: dict[str, str]) -> list[Fact]:
    listed = ", ".join(industries.get(code, code) for code in park.industries)
    ha, mw, m3h, m3d, km = _("ha"), _("MW"), _("m³/h"), _("m³/day"), _("km")
    rows = (
        ("kind", _("Kind of site"), park.get_kind_display(), ""),
        ("stage", _("Stage"), park.get_stage_display(), ""),
        ("district", _("District"), park.district.name, ""),
        ("settlement", _("Settlement"), park.settlement, ""),
        ("field", _("Ground"), park.get_field_display(), ""),
        ("area_free_ha", _("Free area"), park.area_free_ha, ha),
        ("largest_plot_ha", _("Largest plot"), park.largest_plot_ha, ha),
        ("area_total_ha", _("Total area"), park.area_total_ha, ha),
        ("power_free_mw", _("Free power"), park.power_free_mw, mw),
        ("power_total_mw", _("Total power"), park.power_total_mw, mw),
        ("gas_free_m3h", _("Free gas"), park.gas_free_m3h, m3h),
        ("water_free_m3d", _("Free water"), park.water_free_m3d, m3d),
        ("water_total_m3d", _("Total water"), park.water_total_m3d, m3d),
        ("sewage_free_m3d", _("Free sewerage"), park.sewage_free_m3d, m3d),
        ("sewage_total_m3d", _("Total sewerage"), park.sewage_total_m3d, m3d),
        ("rail", _("Railway"), park.get_rail_display(), ""),
        ("hazard_class_accepted", _("Hazard class accepted"), _hazard(park), ""),
        ("port_km", _("To a sea port"), park.port_km, km),
        ("highway_km", _("To a federal highway"), park.highway_km, km),
        ("airport_km", _("To an airport"), park.airport_km, km),
        ("price_rub_ha", _("Price"), park.price_rub_ha, _("₽ per ha")),
        ("industries", _("Industries"), listed, ""),
        ("managing_company", _("Managing company"), park.manager, ""),
    )
    return _facts(park, book, rows)


def _hazard(park: Park) -> str:
    accepted = park.hazard_class_accepted
    return "" if accepted is None else ", ".join(map(str, range(accepted, 6)))


def _facts(place, book: SourceBook, rows) -> list[Fact]:
    return [
        Fact(field, label, value, unit, book.dated(place, field))
        for field, label, value, unit in rows
    ]
