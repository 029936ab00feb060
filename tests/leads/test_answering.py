"""A letter that answers keeps the promises, stops their clocks and asks later how it goes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads.models import Message
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 11, 17, 9, tzinfo=ZoneInfo("Europe/Moscow"))


def send(inquiry, kind, at=NINE):
    words = {"key": f"{kind}:x", "to": "p@example.com", "language": "ru", "at": at}
    letter = Message.plan(inquiry, kind, **words)
    assert letter.claim(at=at)
    assert letter.sent(at=at)


def running(inquiry):
    return set(inquiry.clocks.running().values_list("kind", flat=True))


def steps(inquiry):
    return {step.kind: step.due_at for step in inquiry.follow_ups.open()}


@pytest.mark.parametrize("kind", ["shortlist", "pack"])
def test_a_proposal_is_the_full_answer_and_opens_a_check_in(kind):
    inquiry = make_inquiry(at=NINE, route_to=maria())
    send(inquiry, kind)
    assert running(inquiry) == set()
    assert list(steps(inquiry)) == ["check_in"]
    assert steps(inquiry)["check_in"] == NINE.replace(hour=18) + timedelta(days=7)


def test_a_second_proposal_asks_once():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    send(inquiry, "shortlist")
    send(inquiry, "pack", NINE + timedelta(days=1))
    assert inquiry.follow_ups.filter(kind="check_in").count() == 1


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        ("question", {"substantive_reply"}),
        ("delay", {"substantive_reply"}),
        ("result", set()),
        ("officer_named", {"first_contact", "substantive_reply"}),
    ],
)
def test_what_other_letters_stop(kind, left):
    inquiry = make_inquiry(at=NINE, route_to=maria())
    send(inquiry, kind)
    assert running(inquiry) == left
    assert "check_in" not in steps(inquiry)
