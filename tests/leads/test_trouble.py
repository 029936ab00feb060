"""One bad item stops nobody: it rests longer and longer, and is set aside with its cause."""

from datetime import timedelta

import pytest
from celery.exceptions import SoftTimeLimitExceeded

from leads import flow, tasks
from leads.models import Heartbeat, Inquiry, Trouble
from tests.world import AT, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db


class Clock:
    at = AT

    def __call__(self):
        return self.at


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(tasks, "database_now", clock)
    return clock


@pytest.fixture
def poisoned(monkeypatch):
    """An inquiry whose routing raises `poisoned.error`; every other is routed."""
    maria()
    bad, real = make_inquiry(), flow.route
    bad.error, bad.tries = ValueError("Пётр Иванов, p@example.com"), 0

    def route(inquiry, *, at):
        if inquiry.pk != bad.pk:
            return real(inquiry, at=at)
        bad.tries += 1
        if bad.error:
            raise bad.error

    monkeypatch.setattr(flow, "route", route)
    return bad


def test_it_works(poisoned, clock):
    good = make_inquiry()
    assert tasks.sweep()["leads.route"] == 1
    trouble = Trouble.objects.get()
    assert (trouble.task, trouble.key, trouble.inquiry) == ("leads.route", poisoned.pk, poisoned)
    assert (trouble.attempts, trouble.error) == (1, "ValueError")
    assert trouble.place.startswith("leads/tasks.py:")
    assert (trouble.first_at, trouble.set_aside_at) == (AT, None)
    assert Inquiry.objects.get(pk=good.pk).officer is not None


def test_an_error_is_kept_without_its_words(poisoned, clock):
    tasks.sweep()
    kept = str(Trouble.objects.values().get())
    assert "Пётр" not in kept
    assert "example.com" not in kept


def test_its_pauses_grow(poisoned, clock):
    for pause in (20, 120, 240):
        tries = poisoned.tries
        tasks.sweep()
        assert poisoned.tries == tries + 1
        clock.at += timedelta(seconds=pause - 1)
        tasks.sweep()
        assert poisoned.tries == tries + 1, "tried within its pause"
        clock.at += timedelta(seconds=1)


def test_eight_tries_and_it_is_set_aside(poisoned, clock):
    for _ in range(20):
        tasks.sweep()
        clock.at += timedelta(hours=1)
    assert poisoned.tries == 8
    trouble = Trouble.objects.listed().get()
    assert (trouble.attempts, trouble.error) == (8, "ValueError")


def test_a_day_and_it_is_set_aside(poisoned, clock):
    tasks.sweep()
    clock.at += timedelta(hours=24)
    tasks.sweep()
    assert poisoned.tries == 1
    assert Trouble.objects.get().set_aside_at == clock.at


def test_success_forgets_it(poisoned, clock, monkeypatch):
    tasks.sweep()
    monkeypatch.undo()
    monkeypatch.setattr(tasks, "database_now", clock)
    clock.at += timedelta(minutes=2)
    assert tasks.sweep()["leads.route"] == 1
    assert not Trouble.objects.exists()


def test_it_is_forgotten_when_somebody_else_settled_it(poisoned, clock):
    tasks.sweep()
    poisoned.take(maria().officer, by=maria(), at=AT)
    tasks.sweep()
    assert not Trouble.objects.exists()


def test_a_try_that_killed_its_process_is_counted(poisoned, clock):
    poisoned.error = SystemExit()
    with pytest.raises(SystemExit):
        tasks.sweep()
    trouble = Trouble.objects.get()
    assert (trouble.attempts, trouble.error) == (1, "")
    good = make_inquiry()
    assert tasks.sweep()["leads.route"] == 1, "the next sweep goes round it"
    assert Inquiry.objects.get(pk=good.pk).officer is not None


def test_an_item_that_takes_all_the_time_ends_the_sweep_and_rests(poisoned, clock):
    poisoned.error = SoftTimeLimitExceeded()
    good = make_inquiry()
    assert tasks.sweep()["leads.route"] == 0
    assert Trouble.objects.get().error == "SoftTimeLimitExceeded"
    assert Heartbeat.objects.get().ended_at == AT
    assert tasks.sweep()["leads.route"] == 1
    assert Inquiry.objects.get(pk=good.pk).officer is not None


def test_two_sweeps_at_once_share_the_items():
    inquiry = make_inquiry()
    words = {"inquiry_id": inquiry.pk, "at": AT}
    assert Trouble.begin("leads.route", inquiry.pk, **words) is not None
    assert Trouble.begin("leads.route", inquiry.pk, **words) is None


def test_another_try_on_somebodys_word(poisoned, clock):
    tasks.sweep()
    Trouble.objects.all().set_aside(AT)
    trouble = Trouble.objects.get()
    assert trouble.try_again(by=gleb(), at=AT)
    assert not trouble.try_again(by=gleb(), at=AT), "pressed twice"
    assert poisoned.activities.filter(kind="retried", actor=gleb()).count() == 1
    tasks.sweep()
    assert poisoned.tries == 2
    assert Trouble.objects.get().attempts == 1


def test_those_that_nobody_could_take_do_not_stand_before_the_others(clock, monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 1)
    make_inquiry()
    tasks.sweep()
    maria()
    young = make_inquiry(at=AT + timedelta(minutes=1))
    tasks.sweep()
    assert Inquiry.objects.get(pk=young.pk).officer is not None
