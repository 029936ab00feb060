"""An answered call is a contact of the inquiry it belongs to; one of ours keeps the first word."""

from datetime import timedelta

import pytest

from leads import flow
from leads.ledger import recount
from leads.models import Call, Inquiry
from tests.desk.owing import tell
from tests.world import AT, make_inquiry, make_user, maria, olga

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(minutes=10)
OUT = {"direction": "out", "from": "78612517764", "to": "79181234567"}
STARTS, ANSWERED = {"event": "newCall"}, {"event": "answer", "answeringNumber": "104"}
ENDS = {"event": "hangup", "cause": "normalClearing"}
SILENT = {"event": "hangup", "cause": "noAnswer"}


def running(inquiry):
    return set(inquiry.clocks.running().values_list("kind", flat=True))


def contacted_at(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk).contacted_at


def told(inquiry):
    return list(inquiry.activities.filter(kind="called", data__has_key="call"))


def test_it_works():
    """Whoever of ours rang him and talked stops the clock of the first contact, and no other."""
    caller = make_user("rita", "manager", extension="104")
    inquiry = make_inquiry(route_to=maria())
    call = tell("1", STARTS, ANSWERED, ENDS, at=LATER, **OUT)
    assert running(inquiry) == {"substantive_reply"}
    clock = inquiry.clocks.get(kind="first_contact")
    assert (clock.stop_event, clock.stopped_by, clock.stopped_at) == ("call", caller, LATER)
    assert contacted_at(inquiry) == LATER
    (row,) = told(inquiry)
    assert (row.actor, row.data) == (caller, {"call": call.pk, "direction": "outbound"})
    assert not {"stopped_by_no_letter", "last_activity_wrong"} & set(recount(LATER).differences)


def test_it_is_told_once_a_call_however_often_its_events_come():
    inquiry = make_inquiry()
    tell("1", STARTS, ANSWERED, ENDS, at=LATER, **OUT)
    inquiry.clocks.get(kind="first_contact").run_on(at=LATER)
    tell("1", ENDS, at=LATER + timedelta(minutes=1), **OUT)
    assert len(told(inquiry)) == 1
    assert "first_contact" in running(inquiry), "an old call stops no clock that was set again"
    tell("2", STARTS, ANSWERED, ENDS, at=LATER, **OUT)
    assert len(told(inquiry)) == 2


def test_an_answer_that_is_told_of_late_counts():
    inquiry = make_inquiry()
    tell("1", STARTS, SILENT, at=LATER, **OUT)
    assert "first_contact" in running(inquiry)
    tell("1", ANSWERED, at=LATER, **OUT)
    assert running(inquiry) == {"substantive_reply"}


@pytest.mark.parametrize("events", [(STARTS, SILENT), (STARTS,)])
def test_what_nobody_answered_is_no_contact(events):
    inquiry = make_inquiry()
    before = contacted_at(inquiry)
    tell("1", *events, at=LATER, **OUT)
    assert (told(inquiry), contacted_at(inquiry)) == ([], before)
    assert "first_contact" in running(inquiry)


def test_a_call_of_his_is_a_contact_and_keeps_no_promise_of_ours():
    inquiry = make_inquiry()
    tell("1", STARTS | {"user": ["104"]}, ANSWERED, ENDS, at=LATER)
    assert contacted_at(inquiry) == LATER
    assert "first_contact" in running(inquiry)
    assert told(inquiry) == []


def test_it_is_the_open_one_he_was_last_worked_on():
    first = make_inquiry()
    second = make_inquiry(contact=first.contact)
    lost = make_inquiry(contact=first.contact)
    first.note("x", by=maria(), at=AT + timedelta(minutes=2))
    lost.advance(to="lost", lost_reason="money", by=maria(), at=AT + timedelta(minutes=3))
    tell("1", STARTS, ANSWERED, ENDS, at=LATER, **OUT)
    assert [len(told(one)) for one in (first, second, lost)] == [1, 0, 0]


def test_a_stranger_has_no_inquiry_to_be_told_of():
    inquiry = make_inquiry()
    call = tell("1", STARTS, ANSWERED, ENDS, at=LATER, **OUT | {"to": "79182222222"})
    assert call.disposition == "answered"
    assert told(inquiry) == []


def test_the_call_that_opened_an_inquiry_does_not_answer_it():
    """What was promised after they had talked is owed still."""
    tell("1", STARTS, ANSWERED, ENDS, at=AT, **OUT)
    call = Call.objects.get()
    call.outcome = "inquiry"
    figures = make_inquiry().need.figures()
    opening = {
        "person": flow.Person(name="Пётр"),
        "asked": flow.Asked(text="Цех, 5 га", figures=figures, kind="project"),
    }
    flow.take_call(call=call, by=olga(), at=LATER, **opening)
    call.refresh_from_db()
    assert "first_contact" in running(call.inquiry)
    assert told(call.inquiry) == []
