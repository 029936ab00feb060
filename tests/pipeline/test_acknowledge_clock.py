"""Saying that one is at it, once a stage."""

from datetime import timedelta

import pytest

from tests.world import AT, andrey, boris, dina, make_inquiry, maria, xenia

pytestmark = pytest.mark.django_db


def late(who):
    inquiry = make_inquiry(route_to=who)
    clock = inquiry.clocks.get(kind="first_contact")
    clock.attend(at=clock.due_at + timedelta(hours=1))
    return clock


def url(clock):
    return f"/clocks/{clock.pk}/acknowledge/"


def test_it_works(client):
    clock = late(maria())
    client.force_login(maria())
    page = client.get(clock.inquiry.get_absolute_url() + "?lang=en").content.decode()
    assert url(clock) in page
    assert client.post(url(clock)).headers["Location"] == clock.inquiry.get_absolute_url()
    clock.refresh_from_db()
    assert clock.acknowledged_by == maria()
    page = client.get(clock.inquiry.get_absolute_url() + "?lang=en").content.decode()
    assert url(clock) not in page
    assert "Maria is at it" in page


def test_twice_says_so(client):
    clock = late(maria())
    clock.acknowledge(by=maria(), at=AT + timedelta(days=1))
    client.force_login(maria())
    said = client.post(url(clock) + "?lang=en", follow=True).content.decode()
    assert "Somebody is at it already" in said


def test_looking_changes_nothing(client):
    client.force_login(maria())
    assert client.get(url(late(maria()))).status_code == 405


def test_missing(client):
    client.force_login(maria())
    assert client.post("/clocks/999999/acknowledge/").status_code == 404


@pytest.mark.parametrize("who", [boris, andrey, dina, xenia])
def test_those_who_may_not(client, who):
    clock = late(maria())
    client.force_login(who())
    assert client.post(url(clock)).status_code == 403
