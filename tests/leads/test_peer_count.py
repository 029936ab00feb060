"""Counting peers: windows of an hour and a day, keyed hashes, bounded memory."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from leads.models import PeerCount
from tests.world import AT

pytestmark = pytest.mark.django_db


def test_it_works():
    for n in range(1, 4):
        assert PeerCount.count("form", "203.0.113.5", at=AT) == (n, n)
    later = AT + timedelta(hours=1)
    assert PeerCount.count("form", "203.0.113.5", at=later) == (1, 4)
    assert PeerCount.count("form", "203.0.113.5", at=AT + timedelta(days=1)) == (1, 1)


def test_what_and_who_are_counted_apart():
    PeerCount.count("form", "203.0.113.5", at=AT)
    assert PeerCount.count("link", "203.0.113.5", at=AT) == (1, 1)
    assert PeerCount.count("form", "203.0.113.6", at=AT) == (1, 1)
    assert PeerCount.count("form", None, at=AT) == (1, 1)


def test_the_neighbours_of_an_ipv6_network_are_one():
    PeerCount.count("form", "2001:db8::1", at=AT)
    assert PeerCount.count("form", "2001:db8::ffff:1", at=AT) == (2, 2)
    assert PeerCount.count("form", "2001:db8:0:1::1", at=AT) == (1, 1)


def test_no_address_is_kept():
    PeerCount.count("form", "203.0.113.5", at=AT)
    assert "203" not in PeerCount.objects.get().key or len(PeerCount.objects.get().key) == 32
    assert PeerCount.objects.get().key.isalnum()


def test_it_forgets():
    PeerCount.count("form", "203.0.113.5", at=AT)
    for n in range(10):
        PeerCount.count("form", f"198.51.100.{n}", at=AT + timedelta(hours=1, seconds=n))
    assert PeerCount.objects.prune(AT + timedelta(days=1)) == 1
    assert PeerCount.objects.prune(AT + timedelta(hours=2), at_most=4) == 6
    assert PeerCount.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_all_counted():
    def ask():
        try:
            PeerCount.count("form", "203.0.113.5", at=AT)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(8)]
    [thread.start() for thread in threads], [thread.join() for thread in threads]
    assert PeerCount.objects.get().hour == 8
