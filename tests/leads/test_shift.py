"""Shifts: nobody gets an inquiry off his shift, and the oldest goes first when one begins."""

from collections import Counter
from datetime import datetime, time, timedelta

import pytest

from leads import flow, tasks
from leads.models import Inquiry, Notification, Schedule, Shift, Trouble
from leads.worktime import MOSCOW, OFFICE_WEEK
from tests.leads.test_route import change, officer, reasons
from tests.world import AT, gleb, make_inquiry

pytestmark = pytest.mark.django_db
# 23:30 on the Tuesday of AT, in Moscow.
NIGHT = datetime(2026, 11, 17, 23, 30, tzinfo=MOSCOW)


def test_without_shifts_he_works_office_hours():
    one, head = officer("one"), gleb()
    assert reasons(flow.route(make_inquiry(), at=NIGHT)) == {one.pk: "off_shift"}
    assert not Notification.objects.of_user(head).exists(), "his shift will help"
    assert flow.route(make_inquiry(), at=AT).officer == one


def test_his_own_shift_goes_before_the_offices():
    one, late = officer("one"), officer("late")
    Shift.set_for(late, (*[((time(18), time(0)),)] * 5, (), ()))
    decision = flow.route(make_inquiry(), at=NIGHT)
    assert decision.officer == late
    assert reasons(decision)[one.pk] == "off_shift"
    assert flow.route(make_inquiry(), at=AT).officer == one


def test_a_team_has_hours_of_its_own():
    team = Schedule.objects.create(name="Вечер")
    team.keep_hours((*[((time(18), time(0)),)] * 5, (), ()))
    one = officer("one", schedule=team)
    assert flow.route(make_inquiry(), at=AT).officer is None
    assert flow.route(make_inquiry(), at=NIGHT).officer == one


def test_a_public_holiday_is_a_day_off_unless_he_stands_on_duty():
    holiday = datetime(2026, 6, 12, 11, tzinfo=MOSCOW)  # a Friday
    one = officer("one")
    Shift.set_for(one, OFFICE_WEEK)
    assert reasons(flow.route(make_inquiry(at=holiday), at=holiday)) == {one.pk: "off_shift"}
    change(one.user, holidays_off=False)
    assert flow.route(make_inquiry(at=holiday), at=holiday).officer == one


def test_when_it_starts_the_oldest_goes_first_and_all_within_one_sweep(monkeypatch):
    one, other = officer("one", capacity=2), officer("other", capacity=2)
    waiting = [make_inquiry(at=NIGHT + timedelta(minutes=n)) for n in range(5)]
    for inquiry in waiting:
        assert flow.route(inquiry, at=inquiry.opened_at).officer is None
    nine = datetime(2026, 11, 18, 9, 0, 5, tzinfo=MOSCOW)
    monkeypatch.setattr(tasks, "database_now", lambda: nine)
    fresh = make_inquiry(at=nine)
    # Its ring comes before any sweep, and still those of the night go first.
    tasks.route.run(fresh.pk)
    tasks.sweep()
    given = Inquiry.objects.filter(officer__isnull=False).order_by("opened_at")
    assert list(given) == waiting[:4]
    assert Counter(row.officer for row in given) == {one: 2, other: 2}
    assert list(Inquiry.objects.awaiting_route()) == [waiting[4], fresh]


def test_one_that_nobody_can_take_holds_nobody_up():
    one = officer("one")
    chinese = make_inquiry(language="zh")
    fresh = make_inquiry(at=AT + timedelta(minutes=1))
    assert flow.route(fresh, at=AT + timedelta(minutes=1)).officer == one
    chinese.refresh_from_db()
    assert chinese.officer is None


def test_a_bad_one_ahead_holds_nobody_up(monkeypatch):
    one = officer("one")
    bad, fresh = make_inquiry(), make_inquiry(at=AT + timedelta(minutes=1))
    real = Inquiry.assign

    def assign(inquiry, *given, **more):
        if inquiry.pk == bad.pk:
            raise RuntimeError
        return real(inquiry, *given, **more)

    monkeypatch.setattr(Inquiry, "assign", assign)
    assert flow.route(fresh, at=AT + timedelta(minutes=1)).officer == one
    Trouble.begin("leads.route", bad.pk, inquiry_id=bad.pk, at=AT)
    assert flow.route(make_inquiry(at=AT), at=AT).officer == one
