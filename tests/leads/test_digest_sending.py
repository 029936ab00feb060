"""Morning letters on their way: late, refused, cut off, and what nobody would read."""

from datetime import date, timedelta

import pytest
from django.core.mail.backends.locmem import EmailBackend

from leads import tasks
from leads.models import (
    Digest,
    Leave,
    Trouble,
    User,
)
from leads.smtp import EndingUnknown
from tests.leads.mornings import MINUTE, MORNING, NOON, Hand, letters, office_hours
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    hand = Hand()
    monkeypatch.setattr(tasks, "database_now", lambda: hand.at)
    return hand


@pytest.mark.parametrize("why", ["leave", "off", "gone"])
def test_what_nobody_would_read_is_not_sent(clock, why):
    who = office_hours(maria())
    make_inquiry(at=NOON, route_to=who)
    clock.sweep()
    if why == "leave":
        Leave.plan(who.officer, first_on=MORNING.date(), last_on=MORNING.date())
    elif why == "off":
        who.choose_digest("off")
    else:
        User.objects.filter(pk=who.pk).update(is_active=False)
    clock.sweep(MORNING)
    assert letters() == []


def test_after_a_standstill_it_comes_later_the_same_day_and_not_the_day_after(clock):
    make_inquiry(at=NOON, route_to=office_hours(maria()))
    clock.sweep()
    clock.sweep(MORNING + timedelta(hours=8))
    assert len(letters()) == 1
    clock.sweep(MORNING + timedelta(days=3))
    late = Digest.objects.get(day=date(2026, 11, 19))
    assert late.state == Digest.State.SKIPPED
    assert len(letters()) == 1


def test_an_ending_that_nobody_knows_is_never_repeated(clock, monkeypatch):
    make_inquiry(at=NOON, route_to=office_hours(maria()))
    clock.sweep()

    def cut(self, messages):
        raise EndingUnknown

    monkeypatch.setattr(EmailBackend, "send_messages", cut)
    clock.sweep(MORNING)
    row = Digest.objects.get(day=MORNING.date())
    assert row.state == Digest.State.UNCERTAIN
    monkeypatch.undo()
    assert not row.claim(at=MORNING + MINUTE)


def test_a_sender_that_died_with_it_leaves_it_unknown(clock):
    make_inquiry(at=NOON, route_to=office_hours(maria()))
    clock.sweep()
    row = Digest.objects.get()
    assert row.claim(at=MORNING)
    clock.sweep(MORNING + timedelta(hours=1))
    row.refresh_from_db()
    assert row.state == Digest.State.UNCERTAIN
    assert not row.sent(at=MORNING + timedelta(hours=1)), "the lease is lost"


def test_a_server_that_refuses_is_asked_again_and_then_no_more(clock, monkeypatch):
    make_inquiry(at=NOON, route_to=office_hours(maria()))
    clock.sweep()

    def refused(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailBackend, "send_messages", refused)
    clock.sweep(MORNING)
    row = Digest.objects.get(day=MORNING.date())
    assert (row.state, row.attempts) == (Digest.State.PLANNED, 1)
    assert row.not_before_at == MORNING + MINUTE
    for _ in range(12):
        clock.sweep(clock.at + timedelta(hours=1))
    row.refresh_from_db()
    assert row.state in (Digest.State.FAILED, Digest.State.SKIPPED)
    assert row.attempts <= 8
    assert not Trouble.objects.filter(task="leads.digest").exists()
