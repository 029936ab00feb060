"""Months of a working calendar, laid out in weeks."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta

from leads.worktime import WorkCalendar

from .forms.hours import written

MONTHS = 12
# A Monday and the six days behind it, to be named.
WEEKDAYS = [date(2026, 11, 16) + timedelta(days=n) for n in range(7)]


@dataclass(frozen=True)
class DayCell:
    day: date
    # "off", "short", "extra" (a working day on a weekend) or "" for a usual one.
    kind: str
    hours: str
    overridden: bool


@dataclass(frozen=True)
class Month:
    first: date
    weeks: list[list[DayCell | None]]


def year_ahead(calendar: WorkCalendar, today: date) -> list[Month]:
    """Twelve months from this one on; None stands for days of another month."""
    months, first = [], today.replace(day=1)
    for _month in range(MONTHS):
        weeks = Calendar().monthdatescalendar(first.year, first.month)
        cells = [
            [_cell(calendar, day) if day.month == first.month else None for day in week]
            for week in weeks
        ]
        months.append(Month(first, cells))
        first = (first + timedelta(days=32)).replace(day=1)
    return months


def _cell(calendar: WorkCalendar, day: date) -> DayCell:
    hours = calendar.intervals(day)
    usual = calendar.week[day.weekday()]
    if not hours:
        kind = "off"
    elif not usual:
        kind = "extra"
    else:
        kind = "" if hours == usual else "short"
    return DayCell(day, kind, written(hours), day in calendar.overrides)
