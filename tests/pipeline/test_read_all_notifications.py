"""Marking every notice of one's own read."""

import pytest

from leads.models import Notification
from tests.world import AT, gleb, maria, xenia

pytestmark = pytest.mark.django_db
URL = "/notifications/read/"


def test_it_works(client):
    for key in "abc":
        Notification.tell(maria(), "assigned", key=key, at=AT)
    Notification.tell(gleb(), "assigned", key="a", at=AT)
    client.force_login(maria())
    assert client.post(URL).headers["Location"] == "/notifications/"
    assert list(Notification.objects.unread().values_list("user__username", flat=True)) == ["gleb"]


def test_looking_changes_nothing(client):
    client.force_login(maria())
    assert client.get(URL).status_code == 405


def test_those_who_may_not(client):
    client.force_login(xenia())
    assert client.post(URL).status_code == 403
