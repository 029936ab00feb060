"""A clock on the page says by when, late, paused for whom, or stopped by what."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from leads.models import heard
from leads.pipeline.clock_words import by_when, in_order, rule_words, shown
from tests.world import make_inquiry, maria

MOSCOW = ZoneInfo("Europe/Moscow")
NINE = datetime(2026, 11, 17, 9, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "16:00 сегодня"), (1, "16:00 завтра"), (2, "19.11.2026 16:00")]
)
def test_it_works(days, words):
    with translation.override("ru"):
        assert by_when(NINE.replace(hour=16) + timedelta(days=days), at=NINE) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("first_contact:4:hours", "4 рабочих часа"),
        ("substantive_reply:5:days", "5 рабочих дней"),
        ("statutory:30:calendar_days", "30 календарных дней"),
        ("by_hand", ""),
        ("first_contact_4h", ""),
    ],
)
def test_a_rule_says_its_length(rule, words):
    with translation.override("ru"):
        assert rule_words(rule) == words


@pytest.mark.django_db
def test_each_state(client):
    inquiry = make_inquiry(at=NINE, route_to=maria())

    def state(at):
        return [one.state for one in shown(in_order(inquiry.clocks), at=at)]

    assert state(NINE) == ["running", "running"]
    inquiry.wait(on="investor", until=NINE.date() + timedelta(days=9), by=maria(), at=NINE)
    assert state(NINE) == ["paused", "paused"]
    inquiry.wait(on="nobody", by=maria(), at=NINE)
    assert state(NINE + timedelta(days=1)) == ["late", "running"]
    heard(inquiry, "call", at=NINE + timedelta(days=1))
    heard(inquiry, "letter", "result", at=NINE + timedelta(days=2))
    assert state(NINE + timedelta(days=9)) == ["stopped_late", "stopped"]
