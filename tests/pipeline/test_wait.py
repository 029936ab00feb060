"""Saying for whom an inquiry waits."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.world import andrey, boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/wait/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), {"on": "investor", "until": "завтра"})
    inquiry.refresh_from_db()
    assert inquiry.waiting_on == "investor"
    assert inquiry.waiting_until == timezone.localdate() + timedelta(days=1)
    client.post(url(inquiry), {"on": "investor", "until": "завтра"})
    assert inquiry.activities.filter(kind="waiting").count() == 1
    client.post(url(inquiry), {"on": "nobody", "until": "завтра"})
    inquiry.refresh_from_db()
    assert (inquiry.waiting_on, inquiry.waiting_until) == ("nobody", None)


def test_the_page_of_one_that_waits_opens_with_its_day(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), {"on": "investor", "until": "завтра"})
    assert client.get(url(inquiry)).status_code == 200


@pytest.mark.parametrize(
    "given", [{}, {"on": "godot"}, {"on": "investor", "until": "вчера"}, {"on": "\x00"}]
)
def test_what_is_wrong_is_said(client, given):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), given)
    assert page.status_code == 422
    inquiry.refresh_from_db()
    assert inquiry.waiting_on == "nobody"


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    assert client.post(url(inquiry), {"on": "investor"}).status_code == 403


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/wait/").status_code == 404
