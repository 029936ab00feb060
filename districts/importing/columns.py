"""What a cell of text becomes. Each reader returns a value or raises ValueError: what to write.

Blank is unknown (None, "" or []), never zero or no.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from districts.as_of import last_day

CONTROL = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SLUG = re.compile(r"^[a-z0-9][a-z0-9_-]*$")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: the model's attribute, its reader, whether a new row needs it,
    and the table whose ids it names."""

    attribute: str
    read: Callable[[str], Any]
    needed: bool = False
    refers: str = ""


def text(most: int) -> Callable[[str], str]:
    def read(cell: str) -> str:
        value = " ".join(cell.split())
        if CONTROL.search(value):
            raise ValueError("remove the control characters")
        if len(value) > most:
            raise ValueError(f"at most {most} signs, here are {len(value)}")
        return value

    return read


def slug(cell: str) -> str:
    value = cell.strip()
    if value and (not SLUG.match(value) or len(value) > 60):
        raise ValueError("write an id of Latin small letters, digits, _ and - (60 at most)")
    return value


def reference(cell: str) -> str | None:
    return slug(cell) or None


def several(read: Callable[[str], str]) -> Callable[[str], list[str]]:
    def read_all(cell: str) -> list[str]:
        return [read(part) for part in cell.split(";") if part.strip()]

    return read_all


def _number(cell: str) -> Decimal | None:
    value = re.sub(r"[\s\u00a0\u202f]", "", cell).replace(",", ".")
    if not value:
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = None
    # 1e999999999 is a number that would take a gigabyte to write out.
    if number is None or not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError(f"“{cell.strip()[:40]}” is not a number; leave it blank if unknown")
    return number


def decimal(least: Decimal | int, most: int, places: int) -> Callable[[str], Decimal | None]:
    """A number from `least` to `most`, decimal comma or point, rounded to `places`."""

    def read(cell: str) -> Decimal | None:
        number = _number(cell)
        if number is None:
            return None
        if not least <= number <= most:
            raise ValueError(f"{number:f} is outside {least} to {most}")
        return round(number, places)

    return read


def weight(cell: str) -> Decimal:
    """0 to 1; blank counts as 1, as the matching reads it."""
    value = decimal(0, 1, 2)(cell)
    return Decimal(1) if value is None else value


def whole(least: int, most: int) -> Callable[[str], int | None]:
    def read(cell: str) -> int | None:
        number = _number(cell)
        if number is None:
            return None
        if number != int(number):
            raise ValueError(f"{number:f} is not a whole number")
        if not least <= number <= most:
            raise ValueError(f"{number:f} is outside {least} to {most}")
        return int(number)

    return read


def oktmo(cell: str) -> str:
    """Eight or eleven digits; a spreadsheet drops the leading zero, it is put back."""
    value = re.sub(r"\s", "", cell)
    value = value.zfill(8) if len(value) == 7 else value
    if value and not re.fullmatch(r"\d{8}(\d{3})?", value):
        raise ValueError("write 8 or 11 digits")
    return value


def yes_no(cell: str) -> bool | None:
    value = cell.strip().lower()
    known = {"": None, "yes": True, "да": True, "no": False, "нет": False}
    if value not in known:
        raise ValueError(f"“{cell.strip()[:40]}” is not yes, no or blank")
    return known[value]


def offered(cell: str) -> bool:
    """Blank is yes: a park in the registry is offered unless the row says no."""
    value = yes_no(cell)
    return True if value is None else value


def choice(choices) -> Callable[[str], str]:
    def read(cell: str) -> str:
        value = cell.strip().lower()
        if value and value not in choices.values:
            raise ValueError(f"“{value[:40]}” is not one of: {', '.join(choices.values)}")
        return value

    return read


def as_of(cell: str) -> str:
    value = re.sub(r"^(\d\d)\.(\d\d)\.(\d{4})$", r"\3-\2-\1", cell.strip())
    try:
        last_day(value)
    except ValueError:
        raise ValueError(
            f"“{value[:40]}” is not a date; write 2026, 2026-01 or 2026-01-31"
        ) from None
    return value
