"""A set is tried on the last inquiries: who would have got what, and nothing is saved."""

from datetime import datetime, timedelta

import pytest

from leads import flow
from leads.models import Activity, Leave, Officer, RoutingDecision, RuleSet
from leads.worktime import MOSCOW
from tests.world import AT, boris, gleb, make_inquiry, make_rule, make_user, maria

pytestmark = pytest.mark.django_db


def draft() -> RuleSet:
    return RuleSet.objects.get(superseded=True)


def url(rule_set):
    return f"/pipeline/routing/sets/{rule_set.pk}/try/"


def tried(client, rule_set, query=""):
    client.force_login(gleb())
    return client.get(url(rule_set) + query).context["rerun"]


def test_it_works(client):
    maria(), boris()
    make_rule("Всё Марии", maria())
    make_rule("Английские Борису", boris(), rule_set=draft(), language="en")
    for language in ("ru", "en", "en"):
        flow.route(make_inquiry(language=language), at=AT)
    Officer.objects.filter(user=boris()).update(last_assigned_at=AT + timedelta(hours=1))
    stored = [model.objects.count() for model in (RoutingDecision, Activity)]
    rerun = tried(client, draft())
    sides = [(trial.now.officer, trial.then.officer, trial.then.rule) for trial in rerun.trials]
    assert sides == [
        ("Maria", "Boris", "Английские Борису"),
        ("Maria", "Boris", "Английские Борису"),
        ("Maria", "Maria", ""),
    ], "the newest first"
    assert rerun.changed == 2
    shares = [(share.officer, share.now, share.then) for share in rerun.shares]
    assert shares == [("Boris", 0, 2), ("Maria", 3, 1)]
    assert stored == [model.objects.count() for model in (RoutingDecision, Activity)]
    assert [officer.load for officer in Officer.objects.with_load().order_by("pk")] == [3, 0]


def test_loads_move_as_they_are_given_out(client):
    maria(), boris()
    for _ in range(4):
        flow.route(make_inquiry(), at=AT)
    rerun = tried(client, draft())
    assert [(share.now, share.then) for share in rerun.shares] == [(2, 2), (2, 2)]
    assert rerun.changed == 0


def test_what_came_at_night_waits_for_a_shift(client):
    Officer.objects.create(user=make_user("day", "manager"))
    make_inquiry(at=datetime(2026, 11, 17, 23, tzinfo=MOSCOW))
    (trial,) = tried(client, draft()).trials
    assert (trial.now.officer, trial.now.waited) == ("Day", True)


def test_who_was_away_then_gets_nothing(client):
    maria(), boris()
    Leave.plan(maria().officer, first_on=AT.date(), last_on=AT.date())
    make_inquiry()
    (trial,) = tried(client, draft()).trials
    assert trial.now.officer == "Boris"


@pytest.mark.parametrize(("query", "last"), [("", 50), ("?last=20", 20), ("?last=x", 50)])
def test_how_many(client, query, last):
    client.force_login(gleb())
    assert client.get(url(draft()) + query).context["last"] == last


def test_without_inquiries_it_says_so(client):
    client.force_login(gleb())
    assert "No inquiries yet" in client.get(url(draft()) + "?lang=en").content.decode()


def test_thirty_cost_no_more_queries_than_one(client, django_assert_max_num_queries):
    maria()
    for _ in range(30):
        make_inquiry()
    client.force_login(gleb())
    with django_assert_max_num_queries(14):
        client.get(url(draft()))


def test_who_may_not(client):
    client.force_login(maria())
    assert client.get(url(draft())).status_code == 403
    client.force_login(gleb())
    assert client.get("/pipeline/routing/sets/999999/try/").status_code == 404
