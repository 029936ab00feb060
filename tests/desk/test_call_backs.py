"""Whoever called in vain stands on the page until somebody reached him."""

from datetime import timedelta

import pytest

from leads.ledger import recount
from leads.models import Call, CallBack, CallBackRule, Clock, Notification, Told
from tests.desk.owing import RINGS, missed, tell
from tests.world import AT, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/call-backs/"
LATER = AT + timedelta(minutes=10)
OUT = {"direction": "out", "from": "78612517764", "to": "79181234567"}


@pytest.fixture
def page(client):
    client.force_login(olga())
    return lambda: client.get(ADDRESS).content.decode()


def test_it_works(page):
    row = missed()
    assert (row.kind, row.due_at - AT) == ("missed", timedelta(minutes=15))
    assert "+7 918 123-45-67" in page()


def test_who_may_not(client):
    client.force_login(xenia())
    assert client.get(ADDRESS).status_code == 403


def test_a_manager_sees_his_own_only(client):
    row = missed()
    client.force_login(maria())
    assert "918 123" not in client.get(ADDRESS).content.decode()
    CallBack.objects.filter(pk=row.pk).update(owner=maria())
    assert "918 123" in client.get(ADDRESS).content.decode()


def test_repeated_misses_of_one_number_join(page):
    row = missed("1")
    assert missed("2", at=LATER) == row
    assert CallBack.objects.get().misses == 2


def clock_of(row) -> Clock:
    return Clock.objects.get(subject=row.subject)


def notices(user):
    return list(Notification.objects.of_user(user).values_list("kind", "data__clock"))


def test_a_clock_counts_to_it_and_the_head_hears_when_it_is_late():
    head, operator, row = gleb(), olga(), missed()
    clock = clock_of(row)
    assert (clock.due_at, clock.rule) == (row.due_at, "call_back:15:minutes")
    while clock.told < Told.LATE:
        assert notices(head) == [], "nobody is warned of what nobody has taken"
        assert clock.attend(at=clock.next_at)
    assert notices(head) == [("clock_late", "call_back")]
    assert notices(operator) == []
    row.attempt(reason="busy", by=operator, at=LATER)
    assert recount(clock.told_at).difference == 0
    assert row.close(outcome="unreachable", by=operator, at=LATER)
    assert (clock_of(row).stop_event, clock_of(row).next_at) == ("closed", None)
    assert recount(clock.told_at).difference == 0


def test_whoever_takes_it_is_warned():
    row = missed()
    assert row.take(by=olga(), at=AT)
    clock = clock_of(row)
    clock.attend(at=clock.next_at)
    assert notices(olga()) == [("clock_warned", "call_back")]


def test_a_late_one_leads_to_the_page_of_call_backs(client):
    clock = clock_of(missed())
    client.force_login(gleb())
    while clock.told < Told.LATE:
        clock.attend(at=clock.next_at)
    page = client.get("/notifications/").content.decode()
    assert f'href="{ADDRESS}"' in page
    assert "Перезвон" in page


def test_an_answered_call_to_the_number_closes_it():
    row = missed()
    tell("2", {"event": "newCall"}, {"event": "hangup", "cause": "busy"}, at=LATER, **OUT)
    row.refresh_from_db()
    assert (row.closed_at, [one.reason for one in row.attempts.all()]) == (None, ["busy"])
    tell("3", {"event": "newCall"}, {"event": "answer", "answeringNumber": "101"}, at=LATER, **OUT)
    tell("3", {"event": "hangup", "cause": "normalClearing"}, at=LATER, **OUT)
    row.refresh_from_db()
    assert row.outcome == "reached"
    assert clock_of(row).stop_event == "call"


def test_a_late_event_that_he_was_answered_withdraws_it():
    row = missed()
    call = tell("1", {"event": "answer", "answeringNumber": "101"})
    row.refresh_from_db()
    assert (row.outcome, call.call_back, call.disposition) == ("withdrawn", None, "answered")


def test_the_caller_who_is_answered_next_time_is_owed_nothing():
    row = missed()
    tell("2", RINGS, {"event": "answer", "answeringNumber": "101"}, at=LATER)
    tell("2", {"event": "hangup", "cause": "normalClearing"}, at=LATER)
    row.refresh_from_db()
    assert row.outcome == "called_again"


def test_a_withheld_number_stands_apart(page):
    missed(**{"from": "anonymous"})
    text = page()
    assert "/noted/" in text
    assert "/done/" not in text


def test_an_answered_call_waits_visibly_to_be_logged(page):
    tell("1", {"event": "answer", "answeringNumber": "101"}, {"event": "hangup"})
    assert f"?call={Call.objects.get().pk}" in page()


def test_the_most_particular_rule_counts():
    CallBackRule.objects.create(kind="missed", known=True, working_minutes=7, owner="officer")
    inquiry = make_inquiry(route_to=maria())
    row = missed()
    assert (row.contact, row.owner) == (inquiry.contact, maria())
    assert row.due_at - AT == timedelta(minutes=7)


def test_at_night_the_term_begins_in_the_morning():
    night = AT.replace(hour=20)
    row = missed(at=night)
    assert row.kind == "out_of_hours"
    assert row.due_at.isoformat() == "2026-11-18T06:15:00+00:00"


def test_it_costs_the_same_whatever_the_rows(client, django_assert_max_num_queries):
    client.force_login(olga())
    for n in range(6):
        missed(str(n), **{"from": f"7918123456{n}"})
    with django_assert_max_num_queries(6):
        client.get(ADDRESS)
