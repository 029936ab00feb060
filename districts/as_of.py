"""The date a figure stands for, as precise as its source: "2023", "2023-06" or "2024-01-01".

Kept as text so that "2023" is never shown as a day nobody stated.
"""

import re
from calendar import monthrange
from datetime import date

PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
STALE_AFTER_DAYS = 365


def last_day(as_of: str) -> date | None:
    """The last day that `as_of` covers; None when unknown. ValueError on a day that never was."""
    if not as_of:
        return None
    if not re.match(PATTERN, as_of):
        raise ValueError(as_of)
    year, month, day = [*map(int, as_of.split("-")), 0, 0][:3]
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def is_stale(as_of: str, on: date) -> bool:
    """Older than 365 days on the day `on`; an unknown date is not called stale but unknown."""
    day = last_day(as_of)
    return day is not None and (on - day).days > STALE_AFTER_DAYS
