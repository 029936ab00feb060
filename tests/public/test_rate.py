"""A mark for the answer: one to five, once, when the inquiry is closed."""

import pytest
from django.utils import timezone

from leads.models import Rating
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db
URL = "/status/rate/"


@pytest.fixture
def closed(client):
    inquiry = make_web_inquiry(route_to=maria())
    inquiry.advance(to="lost", by=gleb(), at=timezone.now(), lost_reason="money")
    open_status(client, inquiry)
    return inquiry


def test_it_works(client, closed):
    assert "Насколько хорош" in client.get("/status/").content.decode()
    assert client.post(URL, {"score": "4"}).url == "/status/"
    assert Rating.objects.get().score == 4
    assert "4 из 5" in client.get("/status/").content.decode()


def test_it_is_given_once(client, closed):
    client.post(URL, {"score": "4"}), client.post(URL, {"score": "1"})
    assert Rating.objects.get().score == 4
    assert closed.activities.filter(kind="rated").count() == 1


@pytest.mark.parametrize("score", ["0", "6", "", "many", "-1"])
def test_other_marks_are_refused(client, closed, score):
    assert client.post(URL, {"score": score}).status_code == 422
    assert not Rating.objects.exists()


def test_an_open_inquiry_is_not_rated_yet(client):
    open_status(client, make_web_inquiry())
    client.post(URL, {"score": "5"})
    assert not Rating.objects.exists()


def test_a_stranger_is_refused(client):
    assert client.post(URL, {"score": "5"}).status_code == 404
