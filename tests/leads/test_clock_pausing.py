"""Pauses: for a party and until a day, with what is left, and never for the law."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.models import Clock, Inquiry, Notification
from leads.worktime import WorkCalendar
from tests.leads.test_clock import HOUR, MOSCOW, NINE, attend, clock_of
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_waiting_for_the_investor_stops_the_clock_until_the_day():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    friday = NINE.date() + timedelta(days=3)
    assert inquiry.wait(on="investor", until=friday, by=maria(), at=NINE + HOUR)
    clock = clock_of(inquiry)
    assert (clock.paused_for, clock.paused_until) == ("investor", friday)
    opening = NINE + timedelta(days=3)
    assert clock.next_at == opening
    assert not attend(clock, NINE + 5 * HOUR)
    assert attend(clock, opening)
    assert (clock.paused_at, clock.due_at) == (None, opening + 3 * HOUR), "by itself, with the rest"
    assert Notification.objects.count() == 0


def test_the_end_of_the_wait_lets_it_run_at_once():
    inquiry = make_inquiry(at=NINE)
    inquiry.wait(on="investor", until=NINE.date() + timedelta(days=3), by=maria(), at=NINE + HOUR)
    inquiry.wait(on="nobody", by=maria(), at=NINE + 2 * HOUR)
    clock = clock_of(inquiry)
    assert (clock.paused_at, clock.due_at) == (None, NINE + 6 * HOUR), "3 hours left, after lunch"


def test_a_wait_without_a_day_pauses_nothing():
    inquiry = make_inquiry(at=NINE)
    inquiry.wait(on="investor", by=maria(), at=NINE)
    assert not inquiry.clocks.exclude(paused_at=None).exists()


def test_waiting_for_a_district_holds_the_full_answer_alone():
    inquiry = make_inquiry(at=NINE)
    inquiry.wait(on="district", until=NINE.date() + timedelta(days=3), by=maria(), at=NINE)
    paused = inquiry.clocks.exclude(paused_at=None).values_list("kind", flat=True)
    assert list(paused) == ["substantive_reply"]


def test_what_is_late_stays_late_after_a_wait():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    clock = clock_of(inquiry)
    due = clock.due_at
    attend(clock, due)
    inquiry.wait(on="investor", until=NINE.date() + timedelta(days=3), by=maria(), at=due + HOUR)
    opening = NINE + timedelta(days=3)
    attend(clock, opening)
    assert clock.due_at == due
    assert clock.next_at == opening + 4 * HOUR, "nobody is told the moment the wait is over"


@pytest.mark.parametrize("kind", ["answer", "call_back", "district_reply", "statutory"])
def test_others_are_paused_by_nobody(kind):
    inquiry = make_inquiry(at=NINE)
    Clock.objects.filter(inquiry=inquiry).delete()
    Clock.start(kind, inquiry=inquiry, at=NINE)
    for party in ("investor", "district"):
        inquiry.wait(on=party, until=NINE.date() + timedelta(days=9), by=maria(), at=NINE)
        assert clock_of(inquiry, kind).paused_at is None


minutes = st.integers(0, 5 * 24 * 60).map(lambda n: timedelta(minutes=n))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=minutes, waits=st.lists(st.tuples(minutes, st.integers(1, 6)), max_size=4))
def test_a_pause_keeps_the_working_time_that_is_left(start, waits):
    """Whatever waits come and when: working time spent running is the term, to the second."""
    with transaction.atomic():
        calendar, at = WorkCalendar(), NINE + start
        inquiry = make_inquiry(at=at)
        clock = clock_of(inquiry, "substantive_reply")
        term, ran = calendar.elapsed(at, clock.due_at), timedelta(0)
        for pause, days in waits:
            at, since = at + pause, at
            ran += calendar.elapsed(since, at)
            if ran >= term:
                break
            until = at.astimezone(MOSCOW).date() + timedelta(days=days)
            Inquiry.objects.filter(pk=inquiry.pk).update(waiting_on="nobody", waiting_until=None)
            inquiry.refresh_from_db()
            inquiry.wait(on="investor", until=until, by=None, at=at)
            clock.refresh_from_db()
            assert clock.left(calendar, at=at + HOUR) == term - ran
            at = clock.next_at
            clock.attend(at=at)
        assert clock.paused_at is None
        assert calendar.elapsed(at, clock.due_at) == term - ran
        transaction.set_rollback(True)
