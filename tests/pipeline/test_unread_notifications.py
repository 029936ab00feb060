"""The count of the page head, asked for again while the page is looked at."""

import pytest

from leads.models import Notification
from tests.world import AT, dina, gleb, maria, xenia

pytestmark = pytest.mark.django_db
URL = "/notifications/unread/"


def test_it_works_in_two_queries(client, django_assert_num_queries):
    Notification.tell(maria(), "assigned", key="a", at=AT)
    client.force_login(maria())
    with django_assert_num_queries(2):
        html = client.get(URL).content.decode()
    assert 'data-unread="1"' in html
    assert "<html" not in html


def test_a_hundred_and_more_are_many(client):
    rows = (Notification(user=gleb(), kind="assigned", key=str(n), at=AT) for n in range(120))
    Notification.objects.bulk_create(rows)
    client.force_login(gleb())
    assert "99+" in client.get(URL).content.decode()


def test_asking_reads_nothing(client):
    Notification.tell(dina(), "assigned", key="a", at=AT)
    client.force_login(dina())
    client.get(URL)
    assert Notification.objects.unread().count() == 1


def test_those_who_may_not(client):
    client.force_login(xenia())
    assert client.get(URL).status_code == 403
