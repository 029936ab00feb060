"""A won project is looked after at 3, 6 and 12 months by its officer; the ledger agrees."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from leads.ledger import recount
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 11, 17, 9, tzinfo=ZoneInfo("Europe/Moscow"))


def won():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    inquiry.advance(to="won", by=maria(), at=NINE)
    return inquiry


def open_steps(inquiry):
    return inquiry.follow_ups.open().order_by("due_at")


def test_it_works():
    inquiry = won()
    steps = open_steps(inquiry)
    assert {step.kind for step in steps} == {"aftercare"}
    days = [timezone.localdate(step.due_at) for step in steps]
    # 17.02, 17.05 and 17.11; the second ends on a weekday of the holidays' calendar.
    assert days == [date(2027, 2, 17), date(2027, 5, 17), date(2027, 11, 17)]
    assert {step.owner for step in steps} == {maria().officer}
    assert inquiry.next_due_at is None


def test_the_ledger_agrees():
    inquiry = won()
    found = recount(NINE).differences
    kinds = {kind for kind, ids in found.items() if inquiry.number in ids}
    assert not kinds & {"closed_with_step", "closed_with_next_due", "next_due_wrong"}


def test_one_look_done_asks_for_no_other():
    inquiry = won()
    first = open_steps(inquiry).first()
    assert first.complete(by=maria(), at=NINE)
    assert open_steps(inquiry).count() == 2


def test_opened_again_it_has_one_step_and_no_looks():
    inquiry = won()
    inquiry.advance(to="agreement", by=maria(), at=NINE)
    assert [step.kind for step in open_steps(inquiry)] == ["step"]
    assert inquiry.next_due_at == open_steps(inquiry).get().due_at


def test_a_lost_one_is_not_looked_after():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    inquiry.advance(to="lost", lost_reason="money", by=maria(), at=NINE)
    assert not open_steps(inquiry).exists()
