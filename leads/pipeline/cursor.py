"""Pages by keyset over (moment, id), newest first; a page begins at an opaque word in the URL."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

LARGEST_ID = 2**63 - 1


@dataclass(frozen=True)
class Cursor:
    """Rows older than this one, or newer."""

    at: datetime
    pk: int
    older: bool = True

    def __str__(self):
        words = json.dumps([self.at.isoformat(), self.pk, self.older])
        return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """None for anything that we did not write: the first page, then."""
        try:
            at, pk, older = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
            found = cls(datetime.fromisoformat(at), pk, older)
        except (ValueError, TypeError, binascii.Error, RecursionError):
            return None
        sound = type(pk) is int and 0 < pk <= LARGEST_ID and type(older) is bool
        return found if sound and found.at.tzinfo and 2000 <= found.at.year <= 2999 else None


@dataclass(frozen=True)
class Page:
    rows: list
    newer: Cursor | None = None
    older: Cursor | None = None


def page(rows, cursor: Cursor | None, *, by: str, size: int) -> Page:
    """One page, newest first, in one statement that an index on (…, -by, -id) serves."""
    newest_first = cursor is None or cursor.older
    if cursor is not None:
        beyond, bound = ("lt", "lte") if cursor.older else ("gt", "gte")
        # The first condition alone bounds the walk of the index; the second breaks ties.
        rows = rows.filter(
            Q(**{f"{by}__{bound}": cursor.at}),
            Q(**{f"{by}__{beyond}": cursor.at}) | Q(**{f"id__{beyond}": cursor.pk}),
        )
    found = list(rows.order_by(*((f"-{by}", "-id") if newest_first else (by, "id")))[: size + 1])
    more, found = len(found) > size, found[:size]
    if not newest_first:
        found.reverse()
    if not found:
        return Page([])
    first, last = found[0], found[-1]
    has_newer = more if not newest_first else cursor is not None
    has_older = more if newest_first else True
    return Page(
        found,
        newer=Cursor(getattr(first, by), first.pk, older=False) if has_newer else None,
        older=Cursor(getattr(last, by), last.pk) if has_older else None,
    )
