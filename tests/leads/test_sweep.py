"""The sweep finds what every lost ring left, and one bad item stops nobody."""

from datetime import timedelta

import psycopg
import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leads import flow, tasks
from leads.models import Activity, FollowUp, Inquiry, Match, Message
from leads.sweeping import Sweeping
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


def late_steps(count):
    """So many late steps of one inquiry, a letter owed for each."""
    inquiry = Inquiry.objects.first() or make_inquiry(route_to=maria())
    FollowUp.objects.update(due_at=AT + timedelta(days=300))
    about = {"inquiry": inquiry, "kind": "step", "owner": maria().officer}
    about |= {"due_at": AT, "rule": "by_hand", "opened_at": AT}
    return FollowUp.objects.bulk_create(FollowUp(**about) for _ in range(count))


def statements_to_remind(count):
    late_steps(count)
    with CaptureQueriesContext(connection) as captured:
        assert tasks.sweep()["leads.remind"] == count
    Message.objects.all().delete()
    return sum("reminded" in one["sql"] or "followup" in one["sql"] for one in captured)


def test_reminders_cost_by_the_batch_and_not_by_the_row(monkeypatch):
    monkeypatch.setattr(tasks.letters, "deliver", lambda *args, **more: None)
    few, many = statements_to_remind(3), statements_to_remind(60)
    assert few == many
    monkeypatch.setattr(tasks, "BATCH", 20)
    assert statements_to_remind(60) <= few + 3 * few, "a batch of 20 costs as much as one of 60"


def test_it_goes_round_until_nothing_is_left(monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 7)
    steps = late_steps(30)
    done = tasks.sweep()
    assert (done["leads.remind"], done["leads.send"]) == (30, 30)
    assert Activity.objects.filter(kind="reminded").count() == len(steps)
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 30
    assert not {"leads.remind", "leads.send"} & {name for name, n in tasks.sweep().items() if n}


def test_no_kind_waits_behind_thousands_of_another(monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 5)
    maria()
    for _ in range(12):
        make_inquiry(email="p@example.com")
    order, real = [], Sweeping._try
    monkeypatch.setattr(
        Sweeping, "_try", lambda self, task, *key: order.append(task) or real(self, task, *key)
    )
    tasks.sweep()
    assert order.index("leads.send") <= 5, "the letters had their turn after a share of the routes"
    assert not Inquiry.objects.awaiting_route().exists()


def test_one_that_is_tried_in_vain_is_tried_once_a_sweep(monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 2)
    monkeypatch.setattr(flow, "anyone_free", lambda at: True)
    for _ in range(5):
        make_inquiry()
    assert tasks.sweep()["leads.route"] == 5
    assert Inquiry.objects.awaiting_route().count() == 5, "there is no officer"


def test_a_second_sweep_at_once_goes_round_once(monkeypatch):
    monkeypatch.setattr(tasks, "BATCH", 2)
    late_steps(6)
    with psycopg.connect(settings_of(connection), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(hashtext('leads.sweep worker'))")
        assert tasks.sweep()["leads.remind"] == 2
        assert tasks.sweep(by="command")["leads.remind"] == 4, "the other executor does the rest"


def settings_of(connection):
    given = connection.get_connection_params()
    return psycopg.conninfo.make_conninfo(
        **{name: given[name] for name in ("dbname", "user", "host", "port") if name in given}
    )


def test_a_batch_that_fails_is_done_one_by_one(monkeypatch):
    steps = late_steps(3)

    def broken(rows):
        raise RuntimeError

    monkeypatch.setitem(tasks.MANY, "leads.remind", broken)
    assert tasks.sweep()["leads.remind"] == len(steps)
