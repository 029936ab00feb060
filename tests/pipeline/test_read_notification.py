"""Marking one notice read."""

import pytest

from leads.models import Notification
from tests.world import AT, gleb, maria, xenia

pytestmark = pytest.mark.django_db


def told(user):
    Notification.tell(user, "assigned", key="a", at=AT)
    return Notification.objects.get(user=user)


def url(row):
    return f"/notifications/{row.pk}/read/"


def test_it_works(client):
    row = told(maria())
    client.force_login(maria())
    assert client.post(url(row)).headers["Location"] == "/notifications/"
    row.refresh_from_db()
    assert row.read_at
    first = row.read_at
    client.post(url(row))
    row.refresh_from_db()
    assert row.read_at == first, "pressed twice, it changes once"


def test_the_swap_brings_the_row_and_wakes_the_count(client):
    row = told(maria())
    client.force_login(maria())
    response = client.post(url(row), headers={"hx-request": "true"})
    html = response.content.decode()
    assert f'id="notice-{row.pk}"' in html
    assert "<form" not in html
    assert "#bell" in response.headers["HX-Trigger"]


def test_foreign_and_missing_look_the_same(client):
    foreign = told(gleb())
    client.force_login(maria())
    missing = client.post("/notifications/999999/read/")
    assert client.post(url(foreign)).status_code == missing.status_code == 404
    foreign.refresh_from_db()
    assert foreign.read_at is None


def test_looking_changes_nothing(client):
    row = told(maria())
    client.force_login(maria())
    assert client.get(url(row)).status_code == 405


def test_those_who_may_not(client):
    row = told(maria())
    client.force_login(xenia())
    assert client.post(url(row)).status_code == 403
