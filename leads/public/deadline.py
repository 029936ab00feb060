"""The promised moment in words of the day: today, tomorrow, or a date; in Moscow time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from leads.worktime import MOSCOW, WorkCalendar


@dataclass(frozen=True)
class Deadline:
    """`day` is today, tomorrow, later or past; `closed` when the inquiry came out of hours."""

    due: datetime
    day: str
    closed: bool


def deadline(promised_at, *, opened_at, now, calendar: WorkCalendar) -> Deadline:
    due, today = promised_at.astimezone(MOSCOW), now.astimezone(MOSCOW).date()
    if due < now:
        day = "past"
    elif due.date() == today:
        day = "today"
    else:
        day = "tomorrow" if due.date() == today + timedelta(days=1) else "later"
    return Deadline(due, day, closed=not calendar.is_open(opened_at))
