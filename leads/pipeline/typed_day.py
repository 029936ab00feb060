"""Days as people type them: завтра, пт, 12.03, через 3 дня, 2026-03-12; tomorrow, fri, in 3 days.

Pure: the caller says which day is today.
"""

import re
from datetime import date, timedelta

DAYS_AHEAD = {
    **dict.fromkeys(("сегодня", "today"), 0),
    **dict.fromkeys(("завтра", "tomorrow"), 1),
    "послезавтра": 2,
    **dict.fromkeys(("неделя", "через неделю", "week", "in a week"), 7),
}
WEEKDAYS = (
    ("пн", "понедельник", "mon", "monday"),
    ("вт", "вторник", "tue", "tuesday"),
    ("ср", "среда", "среду", "wed", "wednesday"),
    ("чт", "четверг", "thu", "thursday"),
    ("пт", "пятница", "пятницу", "fri", "friday"),
    ("сб", "суббота", "субботу", "sat", "saturday"),
    ("вс", "воскресенье", "sun", "sunday"),
)
_AHEAD = re.compile(
    r"(?:\+|через |in )\s*(\d{1,3})\s*(?:дн|дня|дней|день|d|day|days)?\.?", re.IGNORECASE
)
_RUSSIAN = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_past_day(text: str, today: date) -> date | None:
    """The same of what has happened: 12.03 is the last 12 March."""
    if " ".join(text.lower().split()) in ("вчера", "yesterday"):
        return today - timedelta(days=1)
    day = read_day(text, today)
    written = _RUSSIAN.fullmatch(text.strip())
    if day is None or day <= today or written is None or written[3]:
        return day
    return day.replace(year=day.year - 1)


def read_day(text: str, today: date) -> date | None:
    """None when it is no day. A weekday is the next one, never today; 12.03 is the next 12 March.

    A day with its year is given as it stands, though it may have passed.
    """
    text = " ".join(text.lower().split()).removeprefix("в ").removeprefix("во ").strip()
    if text in DAYS_AHEAD:
        return today + timedelta(days=DAYS_AHEAD[text])
    for weekday, names in enumerate(WEEKDAYS):
        if text.rstrip(".") in names:
            return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if ahead := _AHEAD.fullmatch(text):
        return today + timedelta(days=int(ahead[1]))
    if iso := _ISO.fullmatch(text):
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if not (typed := _RUSSIAN.fullmatch(text)):
        return None
    day, month, year = int(typed[1]), int(typed[2]), typed[3]
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    # 29.02 may be eight years away.
    years = (_day(today.year + ahead, month, day) for ahead in range(9))
    return next((found for found in years if found and found >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
