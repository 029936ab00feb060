"""The doorbell: after commit, never raising, silent for a while after a failure."""

import pytest
from celery import current_app

from leads import doorbell

pytestmark = pytest.mark.django_db


@pytest.fixture
def rung(monkeypatch):
    calls = []
    monkeypatch.setattr(doorbell, "_silent_until", 0.0)
    monkeypatch.setattr(
        current_app, "send_task", lambda name, args, **_: calls.append((name, args))
    )
    return calls


def test_it_works(rung, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        doorbell.ring("leads.route", 7)
        assert rung == [], "not before the commit"
    assert rung == [("leads.route", [7])]


def test_a_dead_broker_is_counted_and_left_alone(
    rung, monkeypatch, django_capture_on_commit_callbacks
):
    tries = []

    def refuse(*args, **kwargs):
        tries.append(1)
        raise ConnectionError

    monkeypatch.setattr(current_app, "send_task", refuse)
    before = doorbell.failures
    with django_capture_on_commit_callbacks(execute=True):
        doorbell.ring("leads.route", 7)
        doorbell.ring("leads.route", 8)
    assert doorbell.failures == before + 1
    assert len(tries) == 1, "after a failure nobody rings for a while"
