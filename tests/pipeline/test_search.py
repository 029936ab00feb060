"""Search goes by POST: a name or a number of a person never stands in an address."""

import json

import pytest
from django.utils import timezone

from tests.world import andrey, boris, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/search/"


def found(client, text):
    rows = client.post(URL, {"text": text}).context.get("rows", [])
    return [row.inquiry for row in rows]


def test_it_works(client):
    inquiry = make_inquiry(name="Ёлкин Пётр", company="АГРОСАД", phone="8 (918) 123-45-67")
    make_inquiry(name="Другой", company="Завод", phone="+49 30 901820")
    client.force_login(maria())
    for text in (
        inquiry.number,
        inquiry.number[-6:],
        "ёлкин",
        "агросад",
        "8 918 123-45-67",
        "+7 (918) 123",
        "45-67",
    ):
        assert found(client, text) == [inquiry], text


def test_those_who_may(client):
    for who in (olga, maria, gleb, andrey):
        client.force_login(who())
        assert client.post(URL, {"text": "агро"}).status_code == 200


def test_those_who_may_not(client):
    client.force_login(xenia())
    assert client.post(URL, {"text": "агро"}).status_code == 403


def test_the_text_is_taken_by_post_only(client):
    client.force_login(maria())
    assert client.get(URL, {"text": "агросад"}).status_code == 405


def test_closed_ones_are_found_too(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="won", by=maria(), at=timezone.now())
    client.force_login(maria())
    assert found(client, "агросад") == [inquiry]


def test_a_code_name_is_not_given_away_by_the_company(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(boris())
    for text in ("агросад", "иванов", "9181234567"):
        assert found(client, text) == [], text
    for text in ("янтарь", inquiry.number):
        assert found(client, text) == [inquiry], text
    for who in (maria, gleb, andrey):
        client.force_login(who())
        assert found(client, "агросад") == [inquiry]


@pytest.mark.parametrize("text", ["", "  ", "аб", "1"])
def test_too_short_is_said(client, text):
    make_inquiry()
    client.force_login(maria())
    page = client.post(URL + "?lang=en", {"text": text})
    assert "Type at least three characters" in page.content.decode()
    assert "rows" not in page.context


@pytest.mark.parametrize("text", ["а\x00б в", "а" * 1_000_000, "%%%", "___", "\\\\\\", "'''"])
def test_anything_typed_is_answered(client, text):
    make_inquiry()
    client.force_login(maria())
    page = client.post(URL, {"text": text})
    assert page.status_code == 200
    assert not page.context.get("rows")


def test_nothing_found_says_what_to_do(client):
    client.force_login(maria())
    page = client.post(URL + "?lang=en", {"text": "сидоров"})
    assert "Try a part of the name" in page.content.decode()


def test_what_was_typed_stays(client):
    client.force_login(maria())
    assert 'value="сидоров"' in client.post(URL, {"text": "сидоров"}).content.decode()


def test_htmx_gets_the_rows_alone(client):
    make_inquiry()
    client.force_login(maria())
    page = client.post(URL, {"text": "агросад"}, headers={"HX-Request": "true"})
    html = page.content.decode()
    assert html.lstrip().startswith("<section")
    assert "Агросад" in html
    assert json.loads(page.headers["HX-Trigger"])["announce"]["value"] == "Найдено: 1"


def test_it_costs_four_queries_at_most(client, django_assert_max_num_queries):
    for _ in range(3):
        make_inquiry()
    client.force_login(maria())
    with django_assert_max_num_queries(4):
        client.post(URL, {"text": "агросад"})
