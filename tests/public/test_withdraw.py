"""Withdrawing: at once, with what was promised; taken back within a day."""

import pytest

from leads.ledger import recount
from leads.models import Notification
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import AT, make_industry, make_park, maria, registry_changed

pytestmark = pytest.mark.django_db
URL = "/status/withdraw/"


def test_it_works(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    assert client.post(URL).url == "/status/"
    inquiry.refresh_from_db()
    assert (inquiry.disposition, inquiry.next_due_at) == ("withdrawn", None)
    assert not inquiry.follow_ups.open().exists()
    assert Notification.objects.get(kind="withdrawn").user == maria()
    html = client.get("/status/").content.decode()
    assert "Вы отозвали заявку" in html
    assert "Отменить отзыв" in html


def test_pressed_twice_it_is_withdrawn_once(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.post(URL), client.post(URL)
    assert inquiry.activities.filter(kind="withdrawn").count() == 1


def test_the_ledger_agrees(client):
    make_industry(), make_park(), registry_changed()
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.post(URL)
    found = recount(AT).differences
    assert not {"closed_with_step", "closed_with_next_due", "last_activity_wrong"} & set(found)


def test_a_stranger_is_refused(client):
    make_web_inquiry()
    assert client.post(URL).status_code == 404
