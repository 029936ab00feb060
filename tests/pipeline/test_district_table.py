"""The league table of districts: counted by hand here, each figure as its definition says."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from leads.models import Referral
from leads.pipeline.district_table import table
from tests.world import andrey, boris, dina, gleb, make_district, make_inquiry, maria, olga, xenia

from .test_referrals import refer

pytestmark = pytest.mark.django_db
URL = "/pipeline/districts/"
NINE = datetime(2026, 11, 17, 9, tzinfo=ZoneInfo("Europe/Moscow"))
HOUR = timedelta(hours=1)


def passed(at, district="abinsky"):
    inquiry = make_inquiry(at=at)
    words = {"by": maria(), "at": at, "question": "?", "contact_shared": False}
    Referral.refer(inquiry, make_district(district), **words)
    return inquiry.referrals.get()


def test_it_counts_as_it_says():
    who = dina()
    passed(NINE).reply(answer="a", by=who, at=NINE + 2 * HOUR)
    passed(NINE).reply(answer="a", by=who, at=NINE + 3 * HOUR)
    passed(NINE).reply(answer="a", by=who, at=NINE + timedelta(days=7))  # 40 working hours
    passed(NINE).send_back(reason="other", note="", by=who, at=NINE + HOUR)
    passed(NINE).accept(by=who, at=NINE + HOUR)
    passed(NINE + timedelta(days=7))
    passed(NINE, "anapa")
    first, second = table(0, at=NINE + timedelta(days=7, hours=1))
    assert (first.referred, first.accepted, first.returned, first.answered) == (6, 4, 1, 3)
    assert (first.share_in_time, first.median_hours) == (67, 3.0)
    assert (first.open, first.late) == (2, 1)
    assert (second.district.pk, second.share_in_time, second.median_hours) == ("anapa", None, None)


def test_only_the_chosen_time():
    passed(NINE)
    assert table(90, at=NINE + timedelta(days=89))
    assert table(90, at=NINE + timedelta(days=91)) == []


def test_the_page_draws_a_dash_for_none_and_says_what_is_counted(client):
    passed(timezone.now())
    client.force_login(gleb())
    html = client.get(URL + "?lang=en").content.decode()
    for words in ("Abinsky District", "—", "What is counted", "/pipeline/districts/abinsky/"):
        assert words in html, words


def test_a_period_that_is_none_of_ours_is_the_year(client):
    client.force_login(gleb())
    assert 'aria-current="true">365' in client.get(URL + "?days=7&lang=en").content.decode()


def test_empty_says_what_will_come(client):
    client.force_login(andrey())
    assert "No district was asked" in client.get(URL + "?lang=en").content.decode()


@pytest.mark.parametrize("who", [olga, maria, boris, dina, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_five_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        refer(make_inquiry())
        Referral.objects.update(referred_at=timezone.now())
    client.force_login(gleb())
    with django_assert_num_queries(5):
        client.get(URL)
