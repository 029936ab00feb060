"""Working time of the agency: the Russian production calendar in Moscow time.

Holidays, transferred days off and working Saturdays come from the `holidays` package; the shorter
day before a public holiday is added here. Time is always an argument. Pure: no Django.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import overload
from zoneinfo import ZoneInfo

from holidays import country_holidays

MOSCOW = ZoneInfo("Europe/Moscow")

Interval = tuple[time, time]
Intervals = tuple[Interval, ...]
Span = tuple[datetime, datetime]

# The hotline's hours are not published; this is a Russian office's usual week.
OFFICE_DAY: Intervals = ((time(9), time(13)), (time(14), time(18)))
OFFICE_WEEK: tuple[Intervals, ...] = (*[OFFICE_DAY] * 5, (), ())

# Labour Code of the Russian Federation, article 112: (month, day).
PUBLIC_HOLIDAYS = frozenset(
    {*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
)
# The same code, article 95: the day before a public holiday is an hour shorter.
SHORTER_BY = timedelta(hours=1)

_DAY = timedelta(days=1)
_SPANS_KEPT = 4000


@dataclass(frozen=True)
class WorkCalendar:
    """Opening hours of each weekday, and days on which the agency decided otherwise.

    `week` holds the intervals of Monday to Sunday in Moscow time; an end of 00:00 is midnight.
    `overrides` replaces a day's intervals as they stand; () closes it. Without `holidays` the week
    holds on every day, and no calendar nor override changes it. A wrong table raises ValueError.
    Moments may carry any time zone and come back in Moscow's; naive ones raise ValueError, and a
    walk past the year 9999 raises OverflowError.
    """

    week: tuple[Intervals, ...] = OFFICE_WEEK
    overrides: Mapping[date, Intervals] = field(default_factory=dict, hash=False)
    holidays: bool = True
    _spans: dict[date, tuple[Span, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("A week has seven days and opens on one of them at least.")
        for intervals in (*self.week, *self.overrides.values()):
            _check(intervals)
        # A copy: days already laid out must not change behind the calendar's back.
        object.__setattr__(self, "overrides", dict(self.overrides))

    def intervals(self, day: date) -> Intervals:
        """Opening hours of the day; () when closed."""
        if not self.holidays:
            return self.week[day.weekday()]
        if day in self.overrides:
            return self.overrides[day]
        year = _year(day.year)
        if day in year.days_off:
            return ()
        # A working Saturday has the hours of the day off it was exchanged for.
        likeness = year.stand_ins.get(day, day)
        hours = self.week[likeness.weekday()]
        return _shortened(hours) if _is_eve(likeness) or _is_eve(day) else hours

    def is_working_day(self, day: date) -> bool:
        return bool(self.intervals(day))

    @overload
    def add_working_days(self, start: datetime, days: int) -> datetime: ...

    @overload
    def add_working_days(self, start: date, days: int) -> date: ...

    def add_working_days(self, start: date | datetime, days: int) -> date | datetime:
        """The `days`-th working day after `start`, which itself never counts; 0 gives `start`.

        A moment keeps its Moscow time of day, drawn into the opening hours of the day it reaches,
        so that nothing falls due at night.
        """
        if days < 0:
            raise ValueError("Working days are added, not taken away.")
        moment = _utc(start).astimezone(MOSCOW) if isinstance(start, datetime) else None
        day = moment.date() if moment else start
        for _ in range(days):
            day += _DAY
            while not self.is_working_day(day):
                day += _DAY
        if moment is None or days == 0:
            return moment or day
        spans = self._spans_of(day)
        same = datetime.combine(day, moment.time(), MOSCOW).astimezone(UTC)
        return min(max(same, spans[0][0]), spans[-1][1]).astimezone(MOSCOW)

    def add(self, moment: datetime, worked: timedelta) -> datetime:
        """The moment at which `worked` has been worked since `moment`; 0 gives `moment`."""
        if worked < timedelta(0):
            raise ValueError("Worked time is added, not taken away.")
        left = worked
        if not left:
            return _utc(moment).astimezone(MOSCOW)
        for opening, closing in self._spans_after(moment):
            if left <= closing - opening:
                return (opening + left).astimezone(MOSCOW)
            left -= closing - opening
        raise AssertionError("unreachable: a calendar never ends")

    def elapsed(self, start: datetime, end: datetime) -> timedelta:
        """Working time between two moments; negative when `end` comes first."""
        start, end = _utc(start), _utc(end)
        if end < start:
            return -self.elapsed(end, start)
        total = timedelta(0)
        for opening, closing in self._spans_after(start):
            if opening >= end:
                break
            total += min(closing, end) - opening
        return total

    def next_opening(self, moment: datetime) -> datetime:
        """The first open moment from `moment` on: `moment` itself while open."""
        opening, _ = next(self._spans_after(moment))
        return opening.astimezone(MOSCOW)

    def is_open(self, moment: datetime) -> bool:
        """Whether work goes on; the moment of closing is closed."""
        return self.next_opening(moment) == moment

    def closing(self, day: date) -> datetime | None:
        """When the day's work ends; None on a closed day."""
        spans = self._spans_of(day)
        return spans[-1][1].astimezone(MOSCOW) if spans else None

    def _spans_after(self, moment: datetime) -> Iterator[Span]:
        """Open spans in UTC from `moment` on, the first one cut to it; without end."""
        now = _utc(moment)
        day = now.astimezone(MOSCOW).date()
        while True:
            for opening, closing in self._spans_of(day):
                if closing > now:
                    yield max(opening, now), closing
            day += _DAY

    def _spans_of(self, day: date) -> tuple[Span, ...]:
        found = self._spans.get(day)
        if found is None:
            if len(self._spans) >= _SPANS_KEPT:
                self._spans.clear()
            found = self._spans[day] = tuple(
                (_moment(day, start), _moment(day if end > start else day + _DAY, end))
                for start, end in self.intervals(day)
            )
        return found


def known_through() -> date:
    """The last day whose transfers the package knows.

    Later years follow the law alone: weekends, public holidays, and a day off after a holiday that
    fell on a weekend. The government's transfers and working Saturdays are missing there.
    """
    return date(max(country_holidays("RU", years=2005).special_public_holidays), 12, 31)


@dataclass(frozen=True, slots=True)
class _Year:
    days_off: frozenset[date]
    # Working Saturday -> the day off that it replaces.
    stand_ins: Mapping[date, date]


@lru_cache(maxsize=64)
def _year(year: int) -> _Year:
    known = country_holidays("RU", years=year)
    days_off = set(known)
    if year > known_through().year:
        for holiday in known:
            # Article 112: outside January a holiday on a weekend moves that day off behind itself.
            if holiday.month > 1 and holiday.weekday() >= 5:
                day = holiday
                while day in days_off or day.weekday() >= 5:
                    day += _DAY
                days_off.add(day)
    transfers = known.special_public_holidays.get(year, ())
    if transfers and isinstance(transfers[0], int):
        transfers = (transfers,)
    exchanged = {date(year, *t[2:4]): date(year, *t[:2]) for t in transfers if len(t) == 4}
    stand_ins = {day: exchanged.get(day, day - _DAY) for day in known.weekend_workdays}
    return _Year(frozenset(days_off), stand_ins)


def _is_eve(day: date) -> bool:
    tomorrow = day + _DAY
    return (tomorrow.month, tomorrow.day) in PUBLIC_HOLIDAYS


def _shortened(hours: Intervals) -> Intervals:
    """Without the last hour; unchanged when nothing would be left."""
    left, kept = SHORTER_BY, list(hours)
    while left and kept:
        start, end = kept.pop()
        length = _since_midnight(end, closing=True) - _since_midnight(start)
        if length > left:
            kept.append((start, _clock(_since_midnight(end, closing=True) - left)))
        left -= min(left, length)
    return tuple(kept) or hours


def _check(intervals: Intervals) -> None:
    last = timedelta(0)
    for start, end in intervals:
        if start.tzinfo or end.tzinfo:
            raise ValueError("Opening hours are Moscow's and carry no time zone.")
        if not last <= _since_midnight(start) < _since_midnight(end, closing=True):
            raise ValueError(f"Opening hours {start:%H:%M} to {end:%H:%M} are out of order.")
        last = _since_midnight(end, closing=True)


def _since_midnight(clock: time, closing: bool = False) -> timedelta:
    passed = datetime.combine(date.min, clock) - datetime.combine(date.min, time())
    return _DAY if closing and not passed else passed


def _clock(since_midnight: timedelta) -> time:
    return (datetime.combine(date.min, time()) + since_midnight).time()


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, MOSCOW).astimezone(UTC)


def _utc(moment: datetime) -> datetime:
    if moment.utcoffset() is None:
        raise ValueError("A moment must carry its time zone.")
    return moment.astimezone(UTC)
