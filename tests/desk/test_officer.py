"""The fragment that asks every second until someone is responsible."""

import pytest
from django.urls import reverse

from tests.world import make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(inquiry):
    return reverse("desk:officer", args=[inquiry.number])


def test_it_works(client):
    inquiry = make_inquiry()
    client.force_login(olga())
    assert "hx-get" in client.get(url(inquiry)).text
    inquiry.assign(maria().officer, by=None, at=inquiry.opened_at)
    answer = client.get(url(inquiry)).text
    assert "Maria" in answer
    assert "hx-get" not in answer, "found, it asks no more"


def test_who_may_not(client):
    client.force_login(xenia())
    assert client.get(url(make_inquiry())).status_code == 403
