"""The beat of an open page: who else is here, who writes, what changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Presence
from tests.world import boris, dina, gleb, make_inquiry, maria, xenia

pytestmark = pytest.mark.django_db


def beat(client, inquiry, **given):
    return client.post(f"/inquiries/{inquiry.number}/presence/?lang=en", given).content.decode()


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(gleb())
    assert beat(client, inquiry, writing="0").strip() == ""
    client.force_login(maria())
    html = beat(client, inquiry)
    assert "Gleb is reading" in html
    assert "Maria" not in html
    client.force_login(gleb())
    beat(client, inquiry, writing="1")
    client.force_login(maria())
    assert "Gleb is writing" in beat(client, inquiry)
    assert Presence.objects.count() == 2, "a row a reader, whatever the beats"


def test_after_45_seconds_of_silence_he_is_gone(client):
    inquiry, at = make_inquiry(route_to=maria()), timezone.now()
    for seconds, here in ((44, True), (46, False)):
        Presence.objects.beat(gleb(), inquiry, writing=False, at=at - timedelta(seconds=seconds))
        found = inquiry.presences.beside(maria(), at)
        assert bool(found) is here


def test_it_says_what_another_changed_since_the_page_was_drawn(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.refresh_from_db()
    client.force_login(maria())
    assert "Show what is new" not in beat(client, inquiry, version=inquiry.version)
    inquiry.advance(to="visit", by=gleb(), at=timezone.now())
    html = beat(client, inquiry, version=inquiry.version - 1)
    assert "Stage changed, Gleb" in html
    assert "Show what is new" in html


def test_it_costs_few_statements(client, django_assert_max_num_queries):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    with django_assert_max_num_queries(5):
        beat(client, inquiry, version="1" * 9)


def test_those_who_may_not(client):
    inquiry = make_inquiry(route_to=boris())
    for who in (xenia, dina):
        client.force_login(who())
        assert client.post(f"/inquiries/{inquiry.number}/presence/").status_code == 403
