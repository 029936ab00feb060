"""Inquiries without an officer, the oldest first, each with why nobody is free for it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Officer
from tests.world import andrey, gleb, make_inquiry, make_user, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/routing/queue/"


def test_it_works(client):
    at = timezone.now()
    maria()
    chinese = make_inquiry(at=at - timedelta(hours=3), language="zh")
    going = make_inquiry(at=at - timedelta(minutes=1))
    client.force_login(gleb())
    page = client.get(URL + "?lang=en")
    first, second = page.context["line"]
    assert (first.inquiry, first.alarm, first.begins) == (chinese, True, None)
    assert (second.inquiry, second.going, second.alarm) == (going, True, False)
    assert page.context["alarms"] == 1
    html = page.content.decode()
    for words in ("does not speak the investor", "3\xa0hours", "waits for a person"):
        assert words in html, words


def test_who_waits_for_a_shift_is_no_alarm(client):
    # His only hour lies half a day away, whenever the test runs.
    hour = (timezone.localtime() + timedelta(hours=12)).replace(minute=0)
    one = Officer.objects.create(user=make_user("one", "manager"), holidays_off=False)
    closes = hour.replace(minute=30).time()
    one.shifts.create(weekday=hour.weekday(), opens=hour.time(), closes=closes)
    make_inquiry(at=timezone.now())
    client.force_login(gleb())
    (waiting,) = client.get(URL).context["line"]
    assert not waiting.alarm
    assert timezone.localtime(waiting.begins).hour == hour.hour


def test_a_confidential_one_shows_its_code_name_alone(client):
    inquiry = make_inquiry(language="zh")
    inquiry.keep_confidential("Янтарь", by=gleb(), at=timezone.now())
    for who, masked in ((maria, True), (gleb, False)):
        client.force_login(who())
        html = client.get(URL).content.decode()
        assert ("Агросад" not in html) is masked
        assert ("Янтарь" in html) is masked


def test_the_head_gives_and_a_manager_takes(client):
    inquiry = make_inquiry(language="zh")
    give, take = f"{URL}{inquiry.number}/give/", f"/inquiries/{inquiry.number}/take/"
    for who, shown in ((gleb, give), (maria, take), (andrey, None)):
        client.force_login(who())
        html = client.get(URL).content.decode()
        assert [one for one in (give, take) if one in html] == ([shown] if shown else [])


def test_nobody_waits(client):
    client.force_login(gleb())
    assert "Nobody waits" in client.get(URL + "?lang=en").content.decode()


def test_the_pipeline_leads_here(client):
    make_inquiry(language="zh")
    client.force_login(gleb())
    assert URL in client.get("/pipeline/").content.decode()


def test_it_costs_the_same_whatever_waits(client, django_assert_max_num_queries):
    for _ in range(12):
        make_inquiry(language="zh")
    client.force_login(gleb())
    with django_assert_max_num_queries(12):
        client.get(URL)


@pytest.mark.parametrize("who", [olga, xenia])
def test_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
