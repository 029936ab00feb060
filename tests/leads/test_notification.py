"""Notices: told once whoever tells them, to one user, and counted with him."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from leads.access import RolesBackend
from leads.models import Notification
from leads.models.notification import COUNTED
from tests.world import AT, gleb, make_inquiry, make_user, maria

pytestmark = pytest.mark.django_db


def unread(user) -> int:
    return RolesBackend().get_user(user.pk).unread


def test_it_works():
    inquiry = make_inquiry()
    assert Notification.tell(maria(), "assigned", key="a", at=AT, inquiry=inquiry, officer=7)
    told = Notification.objects.get()
    assert (told.user, told.kind, told.inquiry) == (maria(), "assigned", inquiry)
    assert (told.data, told.at, told.read_at) == ({"officer": 7}, AT, None)


def test_telling_twice_tells_once():
    later = AT + timedelta(hours=1)
    assert Notification.tell(maria(), "step_late", key="late:1", at=AT)
    assert not Notification.tell(maria(), "step_late", key="late:1", at=later)
    assert Notification.tell(gleb(), "step_late", key="late:1", at=AT), "another user is another"
    assert Notification.objects.get(user=maria()).at == AT


def test_what_was_read_is_not_told_again():
    Notification.tell(maria(), "step_late", key="late:1", at=AT)
    Notification.objects.of_user(maria()).read(at=AT)
    assert not Notification.tell(maria(), "step_late", key="late:1", at=AT)
    assert unread(maria()) == 0


def test_every_head_who_is_with_us_is_told():
    gleb(), maria()
    away = make_user("galina", "head", is_active=False)
    second = make_user("german", "head")
    assert Notification.tell_heads("unrouted", key="unrouted:1", at=AT) == 2
    assert Notification.tell_heads("unrouted", key="unrouted:1", at=AT) == 0
    told = set(Notification.objects.values_list("user__username", flat=True))
    assert told == {"gleb", second.username}
    assert away.username not in told


def test_the_unread_count_comes_with_the_user(django_assert_num_queries):
    for number in range(3):
        Notification.tell(maria(), "assigned", key=f"a:{number}", at=AT)
    Notification.tell(gleb(), "assigned", key="a:0", at=AT)
    Notification.objects.of_user(maria()).filter(key="a:0").read(at=AT)
    who = maria()
    with django_assert_num_queries(1):
        assert unread(who) == 2
    assert unread(gleb()) == 1


def test_the_count_stops_at_a_hundred():
    rows = (
        Notification(user=maria(), kind="assigned", key=f"a:{number}", at=AT)
        for number in range(COUNTED + 5)
    )
    Notification.objects.bulk_create(rows)
    assert unread(maria()) == COUNTED


def test_reading_keeps_the_first_moment():
    Notification.tell(maria(), "assigned", key="a", at=AT)
    assert Notification.objects.of_user(maria()).read(at=AT) == 1
    assert Notification.objects.of_user(maria()).read(at=AT + timedelta(days=1)) == 0
    assert Notification.objects.get().read_at == AT


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_tell_once():
    user, begin, told = maria(), threading.Barrier(8), []

    def tell():
        begin.wait()
        told.append(Notification.tell(user, "step_late", key="late:1", at=AT))
        connection.close()

    threads = [threading.Thread(target=tell) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [False] * 7 + [True]
    assert Notification.objects.count() == 1
