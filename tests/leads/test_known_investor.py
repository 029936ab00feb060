"""An investor whom somebody knows comes back to him, whatever the rules say, if he can take it."""

from datetime import timedelta

import pytest

from leads import flow
from leads.models import Inquiry, Leave
from tests.leads.test_route import change, officer
from tests.world import AT, boris, make_inquiry, make_rule, maria

pytestmark = pytest.mark.django_db
TODAY = AT.date()


def second_of(user, **what):
    """A first inquiry of an investor with this officer, and his second one."""
    first = make_inquiry(route_to=user)
    return make_inquiry(contact=first.contact, at=AT + timedelta(minutes=5), **what)


def test_he_comes_to_the_officer_who_has_his_last_inquiry():
    mine = maria().officer
    boris()
    second = second_of(maria())
    decision = flow.route(second, at=AT)
    assert decision.officer == mine, "though Boris has less"
    assert decision.candidates == [
        {"officer": mine.pk, "lost": "", "load": 1, "rule": None, "known": True}
    ]


def test_also_when_it_was_lost_and_whatever_the_rules_say():
    make_rule("all", boris())
    second = second_of(maria())
    first = Inquiry.objects.exclude(pk=second.pk).get()
    first.advance(to="lost", lost_reason="money", by=maria(), at=AT)
    assert flow.route(second, at=AT).officer == maria().officer


@pytest.mark.parametrize(
    ("what", "lost"),
    [
        ({"on_duty": False}, "off_duty"),
        ({"languages": ["en"]}, "language"),
        ({"capacity": 1}, "at_capacity"),
    ],
)
def test_unless_he_cannot(what, lost):
    boris()
    second = second_of(maria())
    mine = change(maria(), **what)
    decision = flow.route(second, at=AT)
    assert decision.officer == boris().officer
    assert decision.candidates[0]["lost"] == lost
    assert decision.candidates[0]["officer"] == mine.pk


def test_while_he_is_away_to_his_substitute():
    officer("third")
    second = second_of(maria())
    Leave.plan(maria().officer, first_on=TODAY, last_on=TODAY, substitute=boris().officer)
    assert flow.route(second, at=AT).officer == boris().officer


def test_spam_of_his_does_not_count():
    second = second_of(maria())
    Inquiry.objects.exclude(pk=second.pk).update(disposition="spam")
    boris_ = boris().officer
    make_inquiry(route_to=maria(), phone="+7 918 000-00-01")
    assert flow.route(second, at=AT).officer == boris_
