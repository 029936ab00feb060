"""Taking a withdrawal back: one press within a day, a message after that."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from tests.public.visitor import make_web_inquiry, open_status
from tests.world import maria

pytestmark = pytest.mark.django_db
URL = "/status/come-back/"


@pytest.fixture
def withdrawn(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.post("/status/withdraw/")
    inquiry.refresh_from_db()
    return inquiry


def test_it_works(client, withdrawn):
    assert client.post(URL).url == "/status/"
    withdrawn.refresh_from_db()
    assert withdrawn.disposition == "live"
    assert withdrawn.next_due_at is not None
    assert withdrawn.follow_ups.open().get().owner == maria().officer


def test_a_day_later_he_writes(client, withdrawn):
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1), tick=False):
        open_status(client, withdrawn)
        client.post(URL)
        withdrawn.refresh_from_db()
        assert withdrawn.disposition == "withdrawn"
        client.post("/status/write/", {"text": "Всё-таки нужна площадка"})
    withdrawn.refresh_from_db()
    assert withdrawn.disposition == "live"


def test_what_was_not_withdrawn_stays(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.post(URL)
    assert not inquiry.activities.filter(kind="came_back").exists()


def test_a_stranger_is_refused(client):
    assert client.post(URL).status_code == 404
