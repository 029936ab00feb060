"""Notes for colleagues."""

import pytest
from django.utils import timezone

from tests.world import andrey, boris, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/note/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"text": "Нужен газ\nи вода"}, follow=True)
    assert page.redirect_chain == [(inquiry.get_absolute_url(), 302)]
    noted = inquiry.activities.get(kind="noted")
    assert (noted.data["text"], noted.actor) == ("Нужен газ\nи вода", maria())
    assert "Нужен газ<br>и вода" in page.content.decode()


def test_the_operator_notes_until_it_is_qualified(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(olga())
    assert client.post(url(inquiry), {"text": "ещё"}).status_code == 302
    inquiry.advance(to="qualified", by=maria(), at=timezone.now())
    assert client.post(url(inquiry), {"text": "ещё"}).status_code == 403


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    assert client.post(url(inquiry), {"text": "нет"}).status_code == 403
    assert not inquiry.activities.filter(kind="noted").exists()


@pytest.mark.parametrize(
    "text", ["", "  \n ", "а\x00б", "\u200b\u202e", "я" * 20_001, "я" * 1_000_000]
)
def test_what_cannot_be_kept_is_said_and_stays_typed(client, text):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"text": text})
    assert page.status_code == 422
    assert page.context["form"].errors["text"]
    assert page.context["form"]["text"].value() == text
    assert not inquiry.activities.filter(kind="noted").exists()


def test_the_longest_fits(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    assert client.post(url(inquiry), {"text": "я" * 20_000}).status_code == 302


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/note/", {"text": "нет"}).status_code == 404
