"""Working time: the production calendar's days, then hours, then what holds for any moment."""

import time as clock
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.worktime import MOSCOW, OFFICE_DAY, OFFICE_WEEK, WorkCalendar, known_through

OFFICE = WorkCalendar()
ROUND_THE_CLOCK = WorkCalendar(week=(((time(0), time(0)),),) * 7)
HOUR = timedelta(hours=1)


def moscow(text):
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def day(text):
    return date.fromisoformat(text)


def test_it_works():
    friday = moscow("2026-11-20T17:00")
    assert OFFICE.is_open(friday)
    assert OFFICE.add(friday, 2 * HOUR) == moscow("2026-11-23T10:00")
    assert OFFICE.elapsed(friday, moscow("2026-11-23T10:00")) == 2 * HOUR
    assert OFFICE.next_opening(moscow("2026-11-21T12:00")) == moscow("2026-11-23T09:00")
    assert OFFICE.add_working_days(friday, 1) == moscow("2026-11-23T17:00")


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        ("2025-04-30", 3, "2025-05-07"),
        ("2025-10-31", 1, "2025-11-01"),
        ("2025-12-29", 10, "2026-01-22"),
        ("2026-02-20", 1, "2026-02-24"),
        ("2026-12-30", 1, "2027-01-11"),
        ("2027-02-19", 1, "2027-02-20"),
        ("2026-02-21", 1, "2026-02-24"),
        ("2026-02-21", 0, "2026-02-21"),
    ],
)
def test_add_working_days_to_a_date(start, days, expected):
    assert OFFICE.add_working_days(day(start), days) == day(expected)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-11-20T10:15", "2026-11-23T10:15"),
        ("2026-11-20T23:00", "2026-11-23T18:00"),
        ("2026-11-20T05:00", "2026-11-23T09:00"),
        ("2026-11-21T12:00", "2026-11-23T12:00"),
        ("2026-11-02T17:45", "2026-11-03T17:00"),
    ],
)
def test_add_working_days_to_a_moment_stays_in_hours(start, expected):
    assert OFFICE.add_working_days(moscow(start), 1) == moscow(expected)


def test_the_day_is_moscows_wherever_the_moment_was_written():
    late_in_london = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    assert OFFICE.add_working_days(late_in_london, 1) == moscow("2026-11-24T09:00")


# Published production calendars: days of the year, working days, hours of a 40-hour week.
@pytest.mark.parametrize(
    ("year", "working_days", "hours"),
    [(2023, 247, 1973), (2024, 248, 1979), (2025, 247, 1972), (2026, 247, 1972)],
)
def test_a_year_has_the_published_norm(year, working_days, hours):
    first, last = date(year, 1, 1), date(year, 12, 31)
    days = [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]
    assert sum(OFFICE.is_working_day(one) for one in days) == working_days
    start, end = moscow(f"{year}-01-01T00:00"), moscow(f"{year + 1}-01-01T00:00")
    assert OFFICE.elapsed(start, end) == hours * HOUR


@pytest.mark.parametrize(
    ("date_", "closes"),
    [
        ("2025-03-07", 17),
        ("2025-04-30", 17),
        ("2025-06-11", 17),
        ("2025-11-01", 17),  # Saturday that stands in for Monday 3 November, a holiday's eve
        ("2024-11-02", 17),  # stands in for 30 April, the eve of 1 May
        ("2024-04-27", 18),  # stands in for 29 April, an ordinary day
        ("2026-12-30", 18),  # 31 December 2026 is a transferred day off, not a holiday
        ("2027-02-20", 17),
        ("2026-11-23", 18),
    ],
)
def test_the_day_before_a_public_holiday_is_an_hour_shorter(date_, closes):
    assert OFFICE.closing(day(date_)) == moscow(f"{date_}T{closes}:00")
    assert OFFICE.closing(day("2026-11-22")) is None


def test_a_shorter_day_can_lose_a_whole_interval():
    hours = ((time(9), time(13)), (time(14), time(14, 30)))
    calendar = WorkCalendar(week=(hours,) * 7)
    assert calendar.intervals(day("2026-11-03")) == ((time(9), time(12, 30)),)


def test_a_day_of_one_hour_is_not_shortened_away():
    calendar = WorkCalendar(week=(((time(9), time(10)),),) * 7)
    assert calendar.is_working_day(day("2026-11-03"))


@pytest.mark.parametrize(
    ("at", "is_open"),
    [("08:59", False), ("09:00", True), ("13:00", False), ("14:00", True), ("18:00", False)],
)
def test_is_open(at, is_open):
    assert OFFICE.is_open(moscow(f"2026-11-23T{at}")) is is_open


def test_lunch_does_not_count():
    assert OFFICE.add(moscow("2026-11-23T12:30"), HOUR) == moscow("2026-11-23T14:30")
    assert OFFICE.add(moscow("2026-11-23T09:00"), 4 * HOUR) == moscow("2026-11-23T13:00")


def test_nothing_elapses_while_closed():
    assert OFFICE.elapsed(moscow("2026-11-20T18:00"), moscow("2026-11-23T09:00")) == timedelta(0)


def test_elapsed_backwards_is_negative():
    assert OFFICE.elapsed(moscow("2026-11-23T11:00"), moscow("2026-11-23T09:00")) == -2 * HOUR


def test_an_override_takes_effect_both_ways():
    closed, opened = day("2026-11-23"), day("2026-11-22")
    calendar = WorkCalendar(overrides={closed: (), opened: OFFICE_DAY})
    assert calendar.add_working_days(day("2026-11-20"), 1) == opened
    assert calendar.add_working_days(day("2026-11-20"), 2) == day("2026-11-24")
    assert calendar.next_opening(moscow("2026-11-22T20:00")) == moscow("2026-11-24T09:00")


def test_an_override_stands_as_written_on_a_holidays_eve():
    eve = day("2026-11-03")
    assert WorkCalendar(overrides={eve: OFFICE_DAY}).intervals(eve) == OFFICE_DAY


def test_a_changed_table_does_not_reach_a_calendar_that_was_made():
    table = {}
    calendar = WorkCalendar(overrides=table)
    table[day("2026-11-23")] = ()
    assert calendar == OFFICE
    assert calendar.is_working_day(day("2026-11-23"))


def test_years_beyond_the_package_follow_the_law_alone():
    assert known_through() >= date(2027, 12, 31)
    year = known_through().year + 1
    while date(year, 11, 4).weekday() != 5:  # a year in which 4 November is a Saturday
        year += 1
    assert not OFFICE.is_working_day(date(year, 1, 3))
    assert not OFFICE.is_working_day(date(year, 11, 6))
    assert OFFICE.is_working_day(date(year, 11, 7))
    assert OFFICE.closing(date(year, 11, 3)).hour == 17


@pytest.mark.parametrize(
    "week",
    [
        OFFICE_WEEK[:5],
        ((),) * 7,
        (((time(13), time(9)),),) * 7,
        (((time(9), time(13)), (time(12), time(18))),) * 7,
        (((time(9, tzinfo=UTC), time(13)),),) * 7,
    ],
)
def test_a_wrong_week_is_refused(week):
    with pytest.raises(ValueError, match=r"."):
        WorkCalendar(week=week)


def test_a_wrong_override_is_refused():
    with pytest.raises(ValueError, match="out of order"):
        WorkCalendar(overrides={day("2026-11-23"): ((time(9), time(9)),)})


def test_naive_moments_and_negative_spans_are_refused():
    naive = datetime(2026, 11, 23, 9)  # noqa: DTZ001
    for refused in (
        lambda: OFFICE.is_open(naive),
        lambda: OFFICE.elapsed(naive, naive),
        lambda: OFFICE.add_working_days(naive, 1),
        lambda: OFFICE.add_working_days(day("2026-11-23"), -1),
        lambda: OFFICE.add(moscow("2026-11-23T09:00"), -HOUR),
    ):
        with pytest.raises(ValueError, match=r"time zone|not taken away"):
            refused()


zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(
    datetime(1992, 1, 1),  # noqa: DTZ001
    datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=zones | st.timezones(),
)
spans = st.timedeltas(timedelta(0), timedelta(days=60))
calendars = st.sampled_from([OFFICE, ROUND_THE_CLOCK])


@given(calendars, moments, spans)
def test_what_was_added_has_elapsed(calendar, moment, worked):
    due = calendar.add(moment, worked)
    assert calendar.elapsed(moment, due) == worked
    assert due.tzinfo is MOSCOW


@given(moments, spans, spans)
def test_two_additions_are_one(moment, first, second):
    assert OFFICE.add(OFFICE.add(moment, first), second) == OFFICE.add(moment, first + second)


@given(moments, st.tuples(spans, spans))
def test_elapsed_adds_up(first, gaps):
    second, third = first + gaps[0], first + gaps[1]
    whole = OFFICE.elapsed(first, third)
    assert OFFICE.elapsed(first, second) + OFFICE.elapsed(second, third) == whole


@given(calendars, moments)
def test_the_next_opening_is_open_and_nothing_was_worked_before(calendar, moment):
    opening = calendar.next_opening(moment)
    assert opening >= moment
    assert calendar.is_open(opening)
    assert calendar.elapsed(moment, opening) == timedelta(0)


@given(moments, st.integers(1, 30))
def test_working_days_end_in_hours(moment, days):
    due = OFFICE.add_working_days(moment, days)
    assert OFFICE.is_working_day(due.date())
    first = OFFICE.next_opening(due.replace(hour=0, minute=0, second=0, microsecond=0))
    assert first <= due <= OFFICE.closing(due.date())


def test_ten_thousand_months_are_counted_within_two_seconds():
    start = moscow("2025-01-01T00:00")
    before = clock.process_time()
    for n in range(10_000):
        OFFICE.elapsed(start + timedelta(hours=n), start + timedelta(hours=n, days=30))
    assert clock.process_time() - before < 2
