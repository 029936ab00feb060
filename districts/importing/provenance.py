"""What becomes of the sources of single figures when an import changes their place.

A new value leaves the old value's source behind; a value that the file does not give keeps the
source it had.
"""

from collections.abc import Iterator
from typing import Any

from districts.models import District, Figure, Origin, Park, PlaceKind

from .files import Sheet
from .plan import Change
from .tables import TABLES

PLACES = {PlaceKind.DISTRICT.value: "districts", PlaceKind.PARK.value: "parks"}
PARTS = ("sources", "as_of", "state")


def carry_provenance(
    row: District | Park,
    differences: tuple[tuple[str, Any, Any], ...],
    sheet: Sheet,
    figures_sheet: Sheet | None,
    existing: dict[tuple, Figure],
) -> Iterator[Change]:
    """Changes of the figures table that follow from `differences` of a place."""
    was = {name: before for name, before, _ in differences}
    changed = {_figure_name(name) for name in was}
    columns = TABLES[PLACES[row.PLACE_KIND]].columns
    given = {_figure_name(columns[name].attribute) for name in sheet.columns}
    renewed = not changed.isdisjoint(PARTS)
    stated = _stated(figures_sheet)
    for name in row.FIGURES:
        key = (str(row.PLACE_KIND), row.pk, name)
        own = existing.get(key)
        if key in stated:
            continue
        if own and name in changed:
            yield Change("deleted", TABLES["figures"], own)
        elif not own and renewed and name not in given and _is_known(row, name):
            figure = Figure(place_kind=key[0], place=key[1], field=name, origin=Origin.AGENCY)
            for part in PARTS:
                setattr(figure, part, was.get(part, getattr(row, part)))
            yield Change("new", TABLES["figures"], figure)


def _stated(sheet: Sheet | None) -> set[tuple]:
    key = TABLES["figures"].key
    rows = sheet.rows if sheet else ()
    return {tuple(cells.get(name, "").strip() for name in key) for _, cells in rows}


def _is_known(row: District | Park, name: str) -> bool:
    held = (row.__dict__.get(key) for key in (name, f"{name}_ru", f"{name}_id"))
    return any(value not in (None, "", []) for value in held)


def _figure_name(attribute: str) -> str:
    """`centre_ru` and `centre_en` are the figure `centre`; `district_id` is `district`."""
    for ending in ("_ru", "_en", "_id"):
        attribute = attribute.removesuffix(ending)
    return attribute
