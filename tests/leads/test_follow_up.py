"""Promises: opened with a term, done once, moved, reminded of once; an open inquiry has one."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads.models import CalendarDay, FollowUp, Message, NextStepOwed
from tests.world import AT, make_inquiry, maria

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")


def step_of(inquiry, kind="first_contact") -> FollowUp:
    return inquiry.follow_ups.get(kind=kind)


def test_terms_count_in_working_time():
    late_friday = datetime(2026, 11, 20, 17, 0, tzinfo=MOSCOW)
    inquiry = make_inquiry(at=late_friday)
    assert step_of(inquiry).due_at == datetime(2026, 11, 23, 12, 0, tzinfo=MOSCOW)
    reply = step_of(inquiry, "substantive_reply")
    assert reply.due_at == datetime(2026, 11, 27, 18, 0, tzinfo=MOSCOW)


def test_an_override_takes_effect():
    CalendarDay.objects.create(day=AT.date(), hours=[])
    assert step_of(make_inquiry()).due_at.date() == AT.date() + timedelta(days=1)


def test_complete():
    inquiry, by = make_inquiry(), maria()
    step = step_of(inquiry)
    assert step.complete(by=by, at=AT)
    assert not step.complete(by=by, at=AT), "pressed twice, it changes once"
    inquiry.refresh_from_db()
    assert inquiry.next_due_at == step_of(inquiry, "substantive_reply").due_at


def test_the_last_step_asks_for_the_next():
    inquiry, by = make_inquiry(), maria()
    step_of(inquiry).complete(by=by, at=AT)
    last = step_of(inquiry, "substantive_reply")
    with pytest.raises(NextStepOwed):
        last.complete(by=by, at=AT)
    last.refresh_from_db()
    assert last.done_at is None, "nothing was half done"

    def another():
        FollowUp.promise(inquiry, "step", calendar=CalendarDay.office(), by=by, at=AT)

    assert last.complete(by=by, at=AT, then=another)
    inquiry.refresh_from_db()
    assert inquiry.next_due_at == step_of(inquiry, "step").due_at


def test_postpone():
    inquiry = make_inquiry()
    step = step_of(inquiry)
    assert step.postpone(to=AT + timedelta(days=30), by=maria(), at=AT)
    inquiry.refresh_from_db()
    assert inquiry.next_due_at == step_of(inquiry, "substantive_reply").due_at


def test_the_owner_is_reminded_once():
    inquiry = make_inquiry(route_to=maria())
    step = step_of(inquiry)
    late = step.due_at + timedelta(minutes=1)
    assert not step.remind(at=step.due_at), "not late yet"
    assert step.remind(at=late)
    assert not step.remind(at=late)
    letter = Message.objects.get(kind="reminder")
    assert letter.to_address == "maria@example.com"


def test_an_unowned_step_reminds_nobody():
    step = step_of(make_inquiry())
    assert not step.remind(at=step.due_at + timedelta(days=1))
