"""What an import would change, and changing it: all of it or nothing."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from .tables import TABLES, Table

# One CASE a column and row: larger statements cost more to plan than they save in trips.
BATCH = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell, row or column that cannot be taken, and what to do about it."""

    file: str
    message: str
    line: int | None = None
    column: str = ""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}{line}{column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Change:
    """`what` is new, changed, retired or deleted; differences are (attribute, before, after)."""

    what: str
    table: Table
    row: models.Model
    differences: tuple[tuple[str, Any, Any], ...] = ()

    def __str__(self) -> str:
        key = " ".join(map(str, self.table.key_of(self.row)))
        told = "; ".join(
            f"{name}: {_shown(before)} → {_shown(after)}"
            for name, before, after in self.differences
        )
        return f"{self.table.name}: {key}: {told or self.what}"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ";".join(value) or "blank"
    return "blank" if value in (None, "") else str(value)


@dataclass(slots=True)
class Plan:
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    same: Counter = field(default_factory=Counter)
    kept: Counter = field(default_factory=Counter)

    def counts(self, table: str) -> dict[str, int]:
        """new, changed, retired, deleted, same, and kept: the agency's own, left alone."""
        told = Counter(change.what for change in self.changes if change.table.name == table)
        return {**told, "same": self.same[table], "kept": self.kept[table]}

    def apply(self, *, at: datetime) -> None:
        """Inside the caller's transaction; database errors pass through and undo everything."""
        for table in reversed(TABLES.values()):
            gone = [c.row.pk for c in self.changes if c.table is table and c.what == "deleted"]
            table.model.objects.filter(pk__in=gone).delete()
        for table in TABLES.values():
            mine = [change for change in self.changes if change.table is table]
            table.model.objects.bulk_create([c.row for c in mine if c.what == "new"])
            altered = [change for change in mine if change.what in {"changed", "retired"}]
            names = {"origin"} | ({"retired_at"} if table.retires else set())
            for change in altered:
                names |= {name for name, _, _ in change.differences}
                if change.what == "retired":
                    change.row.retired_at = at
            rows = [change.row for change in altered]
            table.model.objects.bulk_update(rows, sorted(names), batch_size=BATCH)
