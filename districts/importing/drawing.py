"""Draws the plan: cleans each row, checks what it names, compares it with the database."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from districts.models import District, Figure, Origin, Park, PlaceKind, State

from .files import Sheet
from .plan import Change, Plan, Problem
from .provenance import PLACES, carry_provenance
from .tables import TABLES, Table

FIELDS = {PlaceKind.DISTRICT.value: District.FIGURES, PlaceKind.PARK.value: Park.FIGURES}


def draw(sheets: Iterable[Sheet], *, origin: Origin, whole: bool) -> Plan:
    """Reads every table of the registry (one query each); writes nothing."""
    return Drawing({sheet.table: sheet for sheet in sheets}, origin, whole).plan


class Drawing:
    def __init__(self, sheets: dict[str, Sheet], origin: Origin, whole: bool):
        self.sheets, self.origin, self.whole = sheets, origin, whole
        self.plan = Plan()
        self.existing = {
            name: {table.key_of(row): row for row in table.model.objects.all()}
            for name, table in TABLES.items()
        }
        # Before the rows change under our hands: whose each place was.
        self.agency = {
            (kind, key[0])
            for kind, table in PLACES.items()
            for key, row in self.existing[table].items()
            if row.origin == Origin.AGENCY
        }
        self.known = {
            name: {key[0] for key in self.existing[name]} | self._given(name)
            for name in ("sources", "industries", "districts", "parks")
        }
        for name, table in TABLES.items():
            if name in sheets:
                self._table(table, sheets[name])

    def _given(self, name: str) -> set[str]:
        sheet, key = self.sheets.get(name), TABLES[name].key[0]
        return {cells.get(key, "").strip() for _, cells in sheet.rows} if sheet else set()

    def _problem(self, sheet: Sheet, message: str, line: int | None = None, column: str = ""):
        self.plan.problems.append(Problem(sheet.file, message, line, column))

    def _table(self, table: Table, sheet: Sheet) -> None:
        if not self._columns_fit(table, sheet):
            return
        seen: dict[tuple, int] = {}
        rows: dict[tuple, models.Model] = dict(self.existing[table.name])
        for line, cells in sheet.rows:
            values = self._clean(table, sheet, line, cells)
            if values is None:
                continue
            key = tuple(values[table.columns[name].attribute] for name in table.key)
            if key in seen:
                told = " ".join(map(str, key))
                self._problem(sheet, f"{told} stands on line {seen[key]} too; keep one.", line)
                continue
            seen[key] = line
            row = self._row(table, sheet, line, key, values)
            if row is not None:
                rows[key] = row
        if self.whole:
            self._leave(table, seen)
        self._once(table, sheet, rows, seen)
        if table.name == "industries":
            self._no_circle(sheet, rows, seen)

    def _columns_fit(self, table: Table, sheet: Sheet) -> bool:
        for name in sheet.columns:
            if name not in table.columns:
                known = ", ".join(table.columns)
                self._problem(sheet, f"no such column. Known: {known}.", 1, name[:60] or "(blank)")
        missing = [name for name in table.key if name not in sheet.columns]
        if missing:
            self._problem(sheet, f"the column {', '.join(missing)} is missing.", 1)
        return not missing and all(name in table.columns for name in sheet.columns)

    def _clean(self, table: Table, sheet: Sheet, line: int, cells: dict) -> dict | None:
        """The row's values by attribute, or None when a cell cannot be taken."""
        values: dict[str, Any] = {}
        sound = True
        for name in sheet.columns:
            column = table.columns[name]
            try:
                value = column.read(cells[name])
                if column.needed and value in (None, ""):
                    raise ValueError("fill it in")
                if column.refers:
                    self._refer(column.refers, value)
                values[column.attribute] = value
            except ValueError as error:
                sound = False
                self._problem(sheet, f"{error}.", line, name)
        if sound and table.model is Figure:
            sound = self._figure_fits(sheet, line, values)
        for source in values.get("sources", ()) if sound else ():
            if source not in self.known["sources"]:
                told = f"“{source}” is not in sources.csv; it will be shown as written."
                self.plan.warnings.append(Problem(sheet.file, told, line, "source"))
        return values if sound else None

    def _refer(self, name: str, value: Any) -> None:
        for one in value if isinstance(value, list) else [value]:
            if one is not None and one not in self.known[name]:
                raise ValueError(f"“{one}” is not in {name}; add it there or correct the id")

    def _figure_fits(self, sheet: Sheet, line: int, values: dict) -> bool:
        kind, place, name = (values[part] for part in ("place_kind", "place", "field"))
        if place not in self.known[PLACES[kind]]:
            self._problem(sheet, f"“{place}” is not in {PLACES[kind]}.", line, "place")
        elif name not in FIELDS[kind]:
            told = f"“{name}” is not one of: {', '.join(FIELDS[kind])}."
            self._problem(sheet, told, line, "field")
        else:
            return True
        return False

    def _row(self, table: Table, sheet: Sheet, line: int, key: tuple, values: dict):
        """The row as it would stand; None when it is left alone or refused."""
        old = self.existing[table.name].get(key)
        if self._is_kept(table, key, old):
            self.plan.kept[table.name] += 1
            return None
        row = old
        if row is None:
            needed = [n for n, c in table.columns.items() if c.needed and n not in sheet.columns]
            if needed:
                told = f"a new row needs the column {', '.join(needed)}."
                self._problem(sheet, told, line)
                return table.model(**values)
            row = table.model(origin=self.origin)
            if table.name == "industries":
                row.position = len(self.existing["industries"]) + line - 1
        watched = {*values, "state"} if hasattr(row, "state") else values
        before = {name: getattr(row, name) for name in watched}
        self._fill(row, values)
        for less, more in table.not_more:
            first, second = getattr(row, less), getattr(row, more)
            if first is not None and second is not None and first > second:
                self._problem(sheet, f"{first} is more than {more} {second}.", line, less)
        self._note(table, sheet, row, old, before)
        return row

    def _is_kept(self, table: Table, key: tuple, old: models.Model | None) -> bool:
        """A shipped file never touches what the agency imported or corrected."""
        if self.origin != Origin.SHIPPED:
            return False
        if table.model is Figure and key[:2] in self.agency:
            return True
        return old is not None and old.origin == Origin.AGENCY

    @staticmethod
    def _fill(row: models.Model, values: dict) -> None:
        for name, value in values.items():
            setattr(row, name, value)
        # A figure that names no source is not a sourced one.
        if getattr(row, "sources", None) == [] and row.state == State.SOURCED:
            row.state = State.UNVERIFIED.value

    def _note(self, table, sheet, row, old, before) -> None:
        if old is None:
            self.plan.changes.append(Change("new", table, row))
            return
        differences = tuple(
            (name, value, getattr(row, name))
            for name, value in before.items()
            if value != getattr(row, name)
        )
        if table.retires and row.retired_at is not None:
            differences += (("retired_at", row.retired_at, None),)
            row.retired_at = None
        if not differences:
            self.plan.same[table.name] += 1
            return
        row.origin = self.origin
        self.plan.changes.append(Change("changed", table, row, differences))
        if self.origin == Origin.AGENCY and table.name in PLACES.values():
            changes = carry_provenance(
                row, differences, sheet, self.sheets.get("figures"), self.existing["figures"]
            )
            self.plan.changes.extend(changes)

    def _leave(self, table: Table, seen: dict) -> None:
        """Rows of this origin that the whole registry no longer holds."""
        for key, row in self.existing[table.name].items():
            if key in seen or row.origin != self.origin or self._is_kept(table, key, row):
                continue
            if not table.retires:
                self.plan.changes.append(Change("deleted", table, row))
            elif row.retired_at is None:
                self.plan.changes.append(Change("retired", table, row))

    def _once(self, table: Table, sheet: Sheet, rows: dict, seen: dict) -> None:
        for name in table.once:
            owners: dict[str, tuple] = {}
            for key, row in rows.items():
                value = getattr(row, table.columns[name].attribute)
                other = owners.setdefault(value, key)
                if value and other != key:
                    key, other = (key, other) if key in seen else (other, key)
                    told = f"“{value}” belongs to {' '.join(map(str, other))} already."
                    self._problem(sheet, told, seen.get(key), name)

    def _no_circle(self, sheet: Sheet, rows: dict, seen: dict) -> None:
        for key in seen:
            path, code = [], key[0]
            while code and code not in path:
                path.append(code)
                code = rows[code,].parent_id if (code,) in rows else None
            if code == key[0]:
                told = f"{' → '.join([*path, code])}: an industry cannot stand above itself."
                self._problem(sheet, told, seen[key], "parent")
