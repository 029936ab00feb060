"""New inquiries one by one: whose turn it is, whom it shows what, when it is done."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.world import andrey, boris, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/triage/"


def shown(page):
    return page.context["sheet"] and page.context["sheet"].inquiry


def test_it_works(client):
    at = timezone.now()
    later = make_inquiry(at=at, route_to=maria())
    first = make_inquiry(at=at - timedelta(hours=1), route_to=maria())
    client.force_login(maria())
    page = client.get(URL)
    assert shown(page) == first
    assert page.context["left"] == 2
    assert page.context["suggested"] == maria().officer
    assert "Цех переработки яблок" in page.content.decode()
    first.advance(to="qualified", by=maria(), at=at)
    assert shown(client.get(URL)) == later
    later.advance(to="qualified", by=maria(), at=at)
    page = client.get(URL + "?lang=en")
    assert shown(page) is None
    assert "Nothing new is left" in page.content.decode()


def test_a_manager_sees_his_own_and_nobodys_and_the_head_all(client):
    at = timezone.now()
    his, free = make_inquiry(at=at, route_to=boris()), make_inquiry(at=at)
    client.force_login(maria())
    page = client.get(URL)
    assert (shown(page), page.context["left"]) == (free, 1)
    assert page.context["suggested"] == maria().officer
    client.force_login(gleb())
    page = client.get(URL)
    assert (shown(page), page.context["left"]) == (his, 2)
    assert page.context["suggested"] == boris().officer


def test_passed_over_waits_until_the_round_begins_anew(client):
    rows = [make_inquiry(at=timezone.now(), route_to=maria()) for _ in range(2)]
    client.force_login(maria())
    assert shown(client.get(URL, {"after": rows[0].number})) == rows[1]
    page = client.get(URL, {"after": [row.number for row in rows], "lang": "en"})
    assert shown(page) is None
    assert "These were all" in page.content.decode()


def test_candidates_are_inquiries_of_the_same_phone_address_or_company(client):
    old = make_inquiry(company="ООО Агросад", phone="8 918 123 45 67", route_to=maria())
    by_email = make_inquiry(phone="", email="P@example.com", route_to=maria())
    make_inquiry(phone="+7 918 999-99-99", company="Другая", route_to=maria())
    for row in (old, by_email):
        row.advance(to="visit", by=maria(), at=timezone.now())
    new = make_inquiry(
        at=timezone.now() - timedelta(days=900), email="p@example.com", route_to=maria()
    )
    client.force_login(maria())
    page = client.get(URL)
    assert shown(page) == new
    assert set(page.context["sheet"].candidates) == {old, by_email}


def test_a_secret_one_is_no_candidate_to_who_may_not_know_whose_it_is(client):
    secret = make_inquiry(route_to=boris())
    secret.advance(to="visit", by=boris(), at=timezone.now())
    secret.refresh_from_db()
    secret.keep_confidential("Янтарь", by=boris(), at=timezone.now())
    make_inquiry(at=timezone.now(), route_to=maria())
    client.force_login(maria())
    assert client.get(URL).context["sheet"].candidates == []
    client.force_login(gleb())
    assert client.get(URL).context["sheet"].candidates == [secret]


@pytest.mark.parametrize("who", [olga, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_it_costs_the_same_whatever_waits(client, django_assert_max_num_queries):
    for count in (1, 6):
        for _ in range(count):
            make_inquiry(at=timezone.now(), route_to=maria())
        client.force_login(maria())
        with django_assert_max_num_queries(8):
            client.get(URL)
