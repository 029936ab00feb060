"""Saying who owes the next word."""

from datetime import date

import pytest

from leads.models import Inquiry
from tests.world import AT, make_inquiry, maria

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)


def test_it_works():
    inquiry = make_inquiry()
    assert inquiry.wait(on="investor", until=DAY, by=maria(), at=AT)
    assert (inquiry.waiting_on, inquiry.waiting_until) == ("investor", DAY)
    assert list(Inquiry.objects.awaiting_investor()) == [inquiry]
    told = inquiry.activities.get(kind="waiting").data
    assert (told["on"], told["until"]) == ("investor", "2026-12-01")


def test_said_twice_it_is_noted_once():
    inquiry = make_inquiry()
    inquiry.wait(on="district", by=maria(), at=AT)
    assert not inquiry.wait(on="district", by=maria(), at=AT)
    assert inquiry.activities.filter(kind="waiting").count() == 1


def test_nobody_has_no_day():
    inquiry = make_inquiry()
    inquiry.wait(on="investor", until=DAY, by=maria(), at=AT)
    inquiry.wait(on="nobody", until=DAY, by=maria(), at=AT)
    assert inquiry.waiting_until is None
    assert not Inquiry.objects.awaiting_investor().exists()


def test_without_a_step_is_what_nobody_promised_anything():
    inquiry = make_inquiry(route_to=maria())
    assert not Inquiry.objects.without_step().exists()
    inquiry.follow_ups.open().close(by=None, at=AT)
    assert list(Inquiry.objects.without_step()) == [inquiry]
