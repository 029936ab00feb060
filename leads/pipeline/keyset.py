"""Pages by keyset in any offered order; a page begins at an opaque word in the URL.

Where the column may be empty, the empty rows stand at one end and are walked apart: one condition
over both would have to be checked on every row before it.
"""

import base64
import binascii
import json
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import F, Q

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Order:
    """A column and its direction; `empty` says where empty rows stand when it rises."""

    name: str
    field: str
    empty: str = ""
    descending: bool = False

    def __str__(self):
        return f"-{self.name}" if self.descending else self.name

    def turned(self) -> "Order":
        return replace(self, descending=not self.descending)

    def columns(self):
        column = F(self.field)
        first = {"nulls_first": True} if (self.empty == "first") != self.descending else {}
        last = {"nulls_last": True} if not first else {}
        where = (first or last) if self.empty else {}
        rising = not self.descending
        return (
            column.asc(**where) if rising else column.desc(**where),
            "id" if rising else "-id",
        )


@dataclass(frozen=True)
class Mark:
    """The row beside which a page begins: after it, or before it."""

    value: datetime | float | None
    pk: int
    forward: bool = True

    def __str__(self):
        value = self.value.isoformat() if isinstance(self.value, datetime) else self.value
        words = json.dumps([value, self.pk, self.forward])
        return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, order: Order) -> "Mark | None":
        """None for anything that was not written for this order: the first page, then."""
        try:
            value, pk, forward = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
            value = datetime.fromisoformat(value) if isinstance(value, str) else value
        except (ValueError, TypeError, binascii.Error, RecursionError):
            return None
        if type(pk) is not int or not 0 < pk <= LARGEST_ID or type(forward) is not bool:
            return None
        return cls(value, pk, forward) if _suits(value, order) else None


def _suits(value, order: Order) -> bool:
    if value is None:
        return bool(order.empty)
    if order.field.endswith("_at"):
        sound = isinstance(value, datetime) and value.tzinfo is not None
        return sound and 2000 <= value.year <= 2999
    return type(value) in (int, float) and abs(value) < 1e15


@dataclass(frozen=True)
class Page:
    rows: list
    newer: Mark | None = None
    older: Mark | None = None


def page(rows, order: Order, mark: Mark | None, *, size: int) -> Page:
    """One page in one statement, in two where the empty rows begin."""
    walked = order if mark is None or mark.forward else order.turned()
    found = _beyond(rows, walked, mark, size + 1)
    more, found = len(found) > size, found[:size]
    if walked is not order:
        found.reverse()
    if not found:
        return Page([])
    forward = walked is order
    before = more if not forward else mark is not None
    after = more if forward else True
    ends = [Mark(getattr(row, order.field), row.pk) for row in (found[0], found[-1])]
    return Page(
        found,
        newer=replace(ends[0], forward=False) if before else None,
        older=ends[1] if after else None,
    )


def _beyond(rows, order: Order, mark: Mark | None, size: int) -> list:
    columns = order.columns()
    if mark is None:
        return list(rows.order_by(*columns)[:size])
    beyond = "lt" if order.descending else "gt"
    further = Q(**{f"id__{beyond}": mark.pk})
    if mark.value is None:
        part = rows.filter(further, **{f"{order.field}__isnull": True})
    else:
        # The first condition alone bounds the walk of the index; the second breaks ties.
        part = rows.filter(
            Q(**{f"{order.field}__{beyond}e": mark.value}),
            Q(**{f"{order.field}__{beyond}": mark.value}) | further,
        )
    found = list(part.order_by(*columns)[:size])
    # What stands behind this part: the empty ones, the filled ones, or nothing.
    empty_follow = order.empty and (order.empty == "last") != order.descending
    if order.empty and len(found) < size and empty_follow == (mark.value is not None):
        rest = rows.filter(**{f"{order.field}__isnull": mark.value is not None})
        found += rest.order_by(*columns)[: size - len(found)]
    return found
