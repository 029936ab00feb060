"""The sweep finds what every lost ring left, and one bad item stops nobody."""

from datetime import timedelta

import pytest
from django.core import mail

from leads import flow, tasks
from leads.models import Inquiry, Match
from tests.world import AT, make_industry, make_inquiry, make_park, maria, registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def database_clock(monkeypatch):
    monkeypatch.setattr(tasks, "database_now", lambda: AT + timedelta(minutes=1))


NOTHING = dict.fromkeys(tasks.TASKS, 0)


def test_it_works():
    officer = maria().officer
    inquiry = make_inquiry(email="p@example.com")
    assert tasks.sweep() == NOTHING | {"leads.route": 1, "leads.send": 2}
    inquiry.refresh_from_db()
    assert inquiry.officer == officer
    assert [letter.to for letter in mail.outbox] == [["p@example.com"]] * 2
    assert tasks.sweep() == NOTHING


def test_a_changed_registry_is_matched_again():
    make_industry()
    inquiry = make_inquiry()
    make_park("new-park")
    registry_changed()
    assert tasks.sweep()["leads.match"] == 1
    run = inquiry.match_runs.order_by("-pk").first()
    inquiry.refresh_from_db()
    assert Match.objects.newest(inquiry).filter(park="new-park", run=run).exists()
    assert inquiry.match_runs.count() == 2, "the first proposal is kept as it was"
    assert tasks.sweep()["leads.match"] == 0


def test_a_late_step_reminds_its_owner(monkeypatch):
    inquiry = make_inquiry(route_to=maria())
    monkeypatch.setattr(tasks, "database_now", lambda: inquiry.next_due_at + timedelta(hours=1))
    assert tasks.sweep()["leads.remind"] == 1
    assert mail.outbox[0].to == ["maria@example.com"]


def test_one_bad_item_stops_nobody(monkeypatch):
    maria()
    bad, good = make_inquiry(), make_inquiry()
    real = flow.route

    def route(inquiry, *, at):
        if inquiry.pk == bad.pk:
            raise RuntimeError
        return real(inquiry, at=at)

    monkeypatch.setattr(flow, "route", route)
    assert tasks.sweep()["leads.route"] == 1
    assert list(Inquiry.objects.awaiting_route()) == [bad]
    assert Inquiry.objects.get(pk=good.pk).officer is not None
