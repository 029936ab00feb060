"""/healthz/progress: whether the automatic work goes on; staff pages say so too."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from leads import tasks
from leads.models import FollowUp, Heartbeat, Inquiry, Message, RoutingDecision, Trouble
from tests.world import gleb, make_inquiry, maria, olga, registry_changed

pytestmark = pytest.mark.django_db
URL = "/healthz/progress"
ALARM = "The automatic work stands still"


@pytest.fixture
def now():
    return tasks.database_now()


def ago(now, seconds):
    return now - timedelta(seconds=seconds)


def beat(at, by="worker"):
    Heartbeat.objects.all().delete()
    Heartbeat.beat(by=by, at=at)


def said(client):
    response = client.get(URL)
    return response.status_code, response.content.decode()


def test_it_works(client):
    tasks.sweep()
    status, text = said(client)
    assert status == 200
    assert text.startswith("ok: the last sweep ended ")
    assert text.endswith(" s ago, by worker\n")


def test_the_sweep_command_says_that_it_was_it(client):
    tasks.sweep(by=Heartbeat.By.COMMAND)
    assert said(client)[1].endswith("by command\n")


def test_no_sweep_ever_is_a_standstill(client):
    assert said(client) == (503, "no sweep has ever ended\n")


@pytest.mark.parametrize(("seconds", "status"), [(80, 200), (100, 503)])
def test_ninety_seconds_without_a_sweep(client, now, seconds, status):
    beat(ago(now, seconds))
    assert said(client)[0] == status


def test_the_last_of_several_sweeps_counts(now):
    beat(now)
    Heartbeat.beat(by="command", at=ago(now, 10))
    assert Heartbeat.objects.get().ended_at == now


def test_an_inquiry_that_nobody_routes(client, now):
    beat(now)
    make_inquiry(at=ago(now, 80))
    assert said(client)[0] == 200
    inquiry = make_inquiry(at=ago(now, 100))
    assert said(client) == (503, "leads.route: 1 waiting for more than 90 s\n")
    RoutingDecision.objects.create(inquiry=inquiry, candidates=[], decided_at=now)
    assert said(client)[0] == 200, "it waits for an officer, not for the machine"


def test_a_letter_that_nobody_sends(client, now):
    beat(now)
    make_inquiry(at=ago(now, 60), email="p@example.com", route_to=maria())
    Message.objects.filter(kind="received").update(not_before_at=ago(now, 100))
    status, text = said(client)
    assert (status, text) == (503, "leads.send: 1 waiting for more than 90 s\n")
    Message.objects.filter(kind="received").update(not_before_at=now + timedelta(seconds=60))
    assert said(client)[0] == 200, "a letter in its pause does not stand still"


def test_a_reminder_that_nobody_gives(client, now):
    beat(now)
    make_inquiry(at=ago(now, 60), route_to=maria())
    FollowUp.objects.filter(kind="first_contact").update(due_at=ago(now, 100))
    assert said(client) == (503, "leads.remind: 1 waiting for more than 90 s\n")


def test_a_changed_registry_takes_an_hour_at_most(client, now):
    beat(now)
    make_inquiry(at=ago(now, 60), route_to=maria())
    registry_changed(at=ago(now, 3500))
    assert said(client)[0] == 200
    registry_changed(at=ago(now, 3700))
    assert said(client) == (503, "leads.match: 1 waiting for more than 3600 s\n")


def test_what_was_set_aside_does_not_stand_still(client, now):
    beat(now)
    inquiry = make_inquiry(at=ago(now, 100))
    Trouble.begin("leads.route", inquiry.pk, inquiry_id=inquiry.pk, at=now)
    Trouble.objects.all().set_aside(now)
    assert said(client)[0] == 200


def test_it_names_nobody(client, now):
    beat(ago(now, 500))
    inquiry = make_inquiry(at=ago(now, 500), email="p@example.com")
    text = said(client)[1]
    for words in ("Иванов", "Агросад", "example.com", "918", inquiry.number):
        assert words not in text


def test_an_unreachable_database_is_503_and_tells_nothing(client, monkeypatch):
    def refuse():
        raise OperationalError("password authentication failed for user hotline")

    monkeypatch.setattr(connection, "cursor", refuse)
    assert said(client) == (503, "database unreachable\n")


def test_it_only_reads(client):
    assert client.post(URL).status_code == 405


def test_it_costs_the_same_whatever_waits(client, now, django_assert_num_queries):
    beat(now)
    for count in (1, 8):
        for _ in range(count):
            make_inquiry(at=ago(now, 500), email="p@example.com")
        with django_assert_num_queries(19):
            client.get(URL)


@pytest.mark.parametrize("who", [olga, maria, gleb])
def test_staff_see_a_standstill_on_their_pages(client, now, who):
    client.force_login(who())
    page = "/my-day/?lang=en" if who is maria else "/pipeline/?lang=en"
    beat(ago(now, 100))
    assert ALARM in client.get(page).content.decode()
    beat(ago(now, 80))
    assert ALARM not in client.get(page).content.decode()


def test_visitors_do_not(client, now):
    beat(ago(now, 100))
    assert ALARM not in client.get("/inquiry/?lang=en").content.decode()
    assert Inquiry.objects.count() == 0
