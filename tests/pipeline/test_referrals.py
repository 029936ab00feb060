"""The list of what was passed to a district."""

import pytest
from django.utils import timezone

from leads.models import Referral
from tests.world import AT, andrey, dina, gleb, make_district, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/referrals/"


def refer(inquiry, district="abinsky", shared=False):
    place = make_district(district)
    Referral.refer(
        inquiry, place, by=maria(), at=AT, question="Есть ли газ?", contact_shared=shared
    )
    return Referral.objects.get(inquiry=inquiry, district=place)


def test_it_works(client):
    ours, foreign = make_inquiry(), make_inquiry()
    refer(ours)
    refer(foreign, "anapa")
    client.force_login(dina())
    html = client.get(URL).content.decode()
    assert ours.number in html
    assert foreign.number not in html
    assert "Агросад" in html
    assert "Иванов" not in html


def test_a_confidential_one_stands_under_its_code_name(client):
    inquiry = make_inquiry()
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    refer(inquiry)
    client.force_login(dina())
    html = client.get(URL).content.decode()
    assert "Янтарь" in html
    assert "Агросад" not in html


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_empty_says_what_will_come(client):
    client.force_login(dina())
    assert "Nothing was passed" in client.get(URL + "?lang=en").content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_it_costs_three_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        refer(make_inquiry())
    client.force_login(dina())
    with django_assert_num_queries(3):
        client.get(URL)
