"""The promised moment in words of the day, in Moscow time whatever the moments' own zone."""

from datetime import UTC, datetime

import pytest

from leads.public.deadline import deadline
from leads.worktime import WorkCalendar

OPENED = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)  # Tuesday, 10:30 in Moscow
DUE = datetime(2026, 11, 17, 12, 30, tzinfo=UTC)


def told(due=DUE, opened=OPENED, now=OPENED):
    return deadline(due, opened_at=opened, now=now, calendar=WorkCalendar())


def test_it_works():
    found = told()
    assert (found.day, found.closed, found.due.hour) == ("today", False, 15)


@pytest.mark.parametrize(
    ("due", "now", "day"),
    [
        (datetime(2026, 11, 18, 10, tzinfo=UTC), OPENED, "tomorrow"),
        (datetime(2026, 11, 19, 10, tzinfo=UTC), OPENED, "later"),
        (DUE, datetime(2026, 11, 17, 12, 31, tzinfo=UTC), "past"),
        # After midnight in Moscow, before it in UTC: the same day as the deadline.
        (datetime(2026, 11, 18, 10, tzinfo=UTC), datetime(2026, 11, 17, 22, tzinfo=UTC), "today"),
    ],
)
def test_days(due, now, day):
    assert told(due, now=now).day == day


def test_out_of_hours():
    assert told(opened=datetime(2026, 11, 21, 9, tzinfo=UTC)).closed
