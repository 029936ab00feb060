"""Appeals under 59-FZ: marked, registered, taken back; the law's terms and what they wait for."""

from datetime import date, datetime, timedelta

import pytest

from leads import flow
from leads.models import Appeal, Clock, Message, NumberTaken
from tests.leads.appeals import (
    HOUR,
    TUESDAY,
    clock,
    closing,
    kinds,
    last,
    make_appeal,
    make_registered,
    sent,
)
from tests.leads.test_clock import MOSCOW, NINE
from tests.world import gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db


@pytest.fixture(name="appeal")
def marked():
    return make_appeal()


@pytest.fixture(name="registered")
def under_a_number():
    return make_registered()


def test_it_works(registered):
    assert (clock(registered, "registration").due_at) == closing(20)
    assert clock(registered, "registration").stop_event == Clock.Event.REGISTERED
    # 30 calendar days from the next day on end on Thursday, 17 December.
    assert clock(registered).due_at == closing(17, 12)
    assert clock(registered).rule == "statutory:30:calendar_days"
    assert not registered.inquiry.clocks.filter(kind="forwarding").exists()
    assert kinds(registered) == ["appeal_marked", "appeal_registered"]


@pytest.mark.parametrize(
    ("received", "due"),
    [
        # Three days from Wednesday end on a Saturday: the law is not missed by our rounding.
        (date(2026, 11, 18), closing(20)),
        # From Thursday on a Sunday.
        (date(2026, 11, 19), closing(20)),
        (date(2026, 11, 20), closing(23)),
        # The whole term falls on the days off of the new year: the first working day.
        (date(2026, 12, 31), closing(11, 1)),
    ],
)
def test_registration_is_due_within_three_calendar_days(received, due):
    inquiry = make_inquiry(at=NINE, route_to=maria())
    at = datetime.combine(received, NINE.time(), MOSCOW)
    Appeal.mark(inquiry, received_on=received, by=maria(), at=at)
    assert clock(inquiry.appeal, "registration").due_at == due


def test_marked_late_it_counts_from_the_day_it_came():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    Appeal.mark(inquiry, received_on=TUESDAY, by=maria(), at=NINE + timedelta(days=9))
    row = clock(inquiry.appeal, "registration")
    assert row.due_at == closing(20) < NINE + timedelta(days=9)
    assert row.attend(at=NINE + timedelta(days=9)), "told at once that it is late"


def test_marked_or_registered_twice_it_is_once(registered):
    inquiry = registered.inquiry
    assert not Appeal.mark(inquiry, received_on=TUESDAY, by=gleb(), at=NINE)
    assert not registered.register(number="12-8", registered_on=TUESDAY, by=gleb(), at=NINE)
    assert kinds(registered) == ["appeal_marked", "appeal_registered"]


def test_a_number_is_given_once_a_year(registered):
    other = make_inquiry(at=NINE, name="Другой", phone="+7 918 765-43-21", company="")
    Appeal.mark(other, received_on=TUESDAY, by=maria(), at=NINE)
    same = {"number": "12-7", "by": maria(), "at": NINE}
    with pytest.raises(NumberTaken):
        other.appeal.register(registered_on=TUESDAY, **same)
    next_year = date(2027, 1, 12)
    at = datetime.combine(next_year, NINE.time(), MOSCOW)
    assert other.appeal.register(registered_on=next_year, **same | {"at": at})


def test_waiting_for_the_investor_never_pauses_it(registered):
    inquiry, due = registered.inquiry, clock(registered).due_at
    until = TUESDAY + timedelta(days=20)
    assert inquiry.wait(on="investor", until=until, by=maria(), at=NINE + 2 * HOUR)
    assert inquiry.clocks.get(kind="substantive_reply").paused_at
    assert (clock(registered).paused_at, clock(registered).due_at) == (None, due)


def test_a_closed_inquiry_is_still_owed_its_answer(registered):
    registered.inquiry.advance(to="lost", lost_reason="money", by=maria(), at=NINE + 2 * HOUR)
    Clock.attend_all(registered.inquiry, at=NINE + 3 * HOUR)
    assert clock(registered).stopped_at is None
    assert clock(registered, "substantive_reply").stop_event == Clock.Event.CLOSED


@pytest.mark.parametrize("said", ["question", "shortlist", "delay"])
def test_letters_that_are_no_answer_do_not_stop_it(registered, said):
    words = {"subject": "a", "body": "b", "by": maria(), "at": NINE, "to": "p@example.com"}
    sent(Message.write(registered.inquiry, said, key="1", **words), NINE)
    assert clock(registered).stopped_at is None


def test_the_letter_with_the_result_stops_it_and_a_bounce_lets_it_run_on(registered):
    words = {"subject": "a", "body": "b", "by": maria(), "at": NINE + HOUR, "to": "p@example.com"}
    letter = Message.write(registered.inquiry, "result", key="1", **words)
    assert clock(registered).stopped_at is None, "written is not sent"
    sent(letter, NINE + HOUR)
    assert clock(registered).stop_event == Clock.Event.LETTER
    letter.refresh_from_db()
    letter.bounced("550", at=NINE + 2 * HOUR)
    row = clock(registered)
    assert (row.stopped_at, row.due_at) == (None, closing(17, 12)), "the law gives no time back"


def test_a_registration_is_undone_with_its_term(registered):
    row = last(registered, "appeal_registered")
    assert flow.undo(row, by=maria(), at=NINE + 2 * HOUR)
    registered.refresh_from_db()
    assert (registered.number, registered.registered_on) == ("", None)
    assert clock(registered).stop_event == Clock.Event.TAKEN_BACK
    assert clock(registered, "registration").stopped_at is None
    assert clock(registered, "registration").due_at == closing(20)
    assert not flow.undo(row, by=maria(), at=NINE + 3 * HOUR), "once"


def test_what_was_answered_is_not_unregistered(registered):
    words = {"subject": "a", "body": "b", "by": maria(), "at": NINE + HOUR, "to": "p@example.com"}
    sent(Message.write(registered.inquiry, "result", key="1", **words), NINE + HOUR)
    assert not flow.undo(last(registered, "appeal_registered"), by=maria(), at=NINE + 2 * HOUR)


def test_unmarked_nothing_of_the_law_counts(appeal):
    inquiry = appeal.inquiry
    assert flow.undo(last(appeal, "appeal_marked"), by=maria(), at=NINE + HOUR)
    assert not Appeal.objects.exists()
    law = inquiry.clocks.filter(kind__in=["registration", "statutory", "forwarding"])
    assert not law.running().exists()
    assert inquiry.clocks.get(kind="first_contact").stopped_at is None
    assert not appeal.unmark(by=maria(), at=NINE + HOUR)


def test_a_registered_one_cannot_be_unmarked(registered):
    assert not registered.unmark(by=maria(), at=NINE + 2 * HOUR)
    assert Appeal.objects.exists()
