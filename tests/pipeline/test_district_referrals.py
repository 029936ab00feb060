"""The referrals behind a row of the league table."""

import pytest

from tests.world import AT, andrey, dina, gleb, make_district, make_inquiry, maria, olga, xenia

from .test_referrals import refer

pytestmark = pytest.mark.django_db
URL = "/pipeline/districts/abinsky/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    foreign = make_inquiry()
    refer(inquiry).send_back(reason="unclear", note="", by=dina(), at=AT)
    refer(foreign, "anapa")
    client.force_login(gleb())
    html = client.get(URL + "?days=0&lang=en").content.decode()
    for words in (inquiry.number, "Агросад", "sent back", "The question is not clear", "Maria"):
        assert words in html, words
    assert foreign.number not in html


def test_a_district_that_is_none(client):
    client.force_login(gleb())
    assert client.get("/pipeline/districts/nowhere/").status_code == 404


def test_empty(client):
    make_district()
    client.force_login(andrey())
    assert "Nothing was passed" in client.get(URL + "?lang=en").content.decode()


@pytest.mark.parametrize("who", [olga, maria, dina, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_four_queries(client, django_assert_num_queries, count):
    for _ in range(count):
        refer(make_inquiry(route_to=maria()))
    client.force_login(gleb())
    with django_assert_num_queries(4):
        client.get(URL + "?days=0")
