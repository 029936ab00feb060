"""One deed for many inquiries: chosen, asked once, done for each, told of those where it failed."""

import pytest
from django.utils import timezone

from leads.models import Batch, Inquiry
from tests.pipeline.test_pipeline import many
from tests.world import boris, gleb, make_inquiry, maria, olga, xenia

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("row_by_row")]
URL = "/pipeline/many/"


def send(client, deed, rows=(), **given):
    keys = {"keys": [row.pk for row in rows]}
    return client.post(f"{URL}?lang=en", {"deed": deed, "given": "1"} | keys | given)


def test_it_works(client):
    rows = [make_inquiry(at=timezone.now(), route_to=maria()) for _ in range(3)]
    client.force_login(gleb())
    page = send(client, "assign", rows, officer=boris().officer.pk)
    batch = Batch.objects.get()
    assert page.url == f"/pipeline/many/{batch.pk}/"
    assert {row.officer for row in Inquiry.objects.all()} == {boris().officer}
    assert (len(batch.told), batch.failed) == (3, [])


def test_it_asks_first_how_many_and_with_what(client):
    rows = [make_inquiry(route_to=maria()) for _ in range(2)]
    client.force_login(maria())
    page = client.post(f"{URL}?lang=en", {"deed": "advance", "keys": [row.pk for row in rows]})
    assert page.context["count"] == 2
    assert not page.context["form"].errors
    assert not Batch.objects.exists()


def test_what_fails_stops_no_other_and_says_why(client):
    fine = make_inquiry(route_to=maria())
    there = make_inquiry(route_to=maria())
    there.advance(to="visit", by=maria(), at=timezone.now())
    foreign = make_inquiry(route_to=boris())
    client.force_login(maria())
    send(client, "advance", [fine, there, foreign], to="visit")
    batch = Batch.objects.get()
    assert len(batch.told) == 1
    assert {one["inquiry"]: one["code"] for one in batch.failed} == {
        there.pk: "not_allowed",
        foreign.pk: "not_yours",
    }
    assert Inquiry.objects.get(pk=fine.pk).stage == "visit"


def test_all_under_the_filters(client):
    make_inquiry(at=timezone.now(), route_to=boris())
    mine = [make_inquiry(at=timezone.now(), route_to=maria()) for _ in range(2)]
    client.force_login(maria())
    answer = {"every": "on", "query": "view=mine", "subject": "Позвонить", "on": "tomorrow"}
    send(client, "step", **answer)
    told = Batch.objects.get().told
    assert len(told) == 2
    for row in mine:
        assert row.follow_ups.filter(subject="Позвонить").count() == 1


def test_a_reason_is_asked_once_for_all(client):
    rows = [make_inquiry(route_to=maria()) for _ in range(2)]
    client.force_login(maria())
    page = send(client, "advance", rows, to="lost")
    assert page.status_code == 422
    assert "Say why they were lost" in page.content.decode()
    send(client, "advance", rows, to="lost", lost_reason="money")
    assert Inquiry.objects.filter(lost_reason="money").count() == 2


@pytest.mark.parametrize("given", [{}, {"deed": "delete"}, {"deed": "advance", "keys": "1'; DROP"}])
def test_nonsense_changes_nothing(client, given):
    make_inquiry(route_to=maria())
    client.force_login(maria())
    assert client.post(URL, given, follow=True).status_code == 200
    assert not Batch.objects.exists()


def test_only_the_head_gives_to_others(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    assert send(client, "assign", [inquiry], officer=boris().officer.pk).status_code == 403


@pytest.mark.parametrize("who", [olga, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.post(URL).status_code == 403


def test_five_hundred_at_most(client, monkeypatch):
    monkeypatch.setattr("leads.pipeline.views.bulk.AT_MOST", 3)
    many(5, route_to=maria())
    client.force_login(maria())
    page = client.post(URL, {"deed": "step", "every": "on", "query": ""})
    assert page.context["count"] == 3
