"""A new inquiry put off to a day: out of the queue till then, its promise untouched."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Inquiry
from tests.world import boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/pipeline/triage/{inquiry.number}/snooze/?lang=en"


def test_it_works(client):
    inquiry = make_inquiry(at=timezone.now(), route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), {"when": "tomorrow", "back": "/pipeline/triage/"})
    was, inquiry = inquiry, Inquiry.objects.get()
    today = timezone.localdate()
    assert inquiry.snoozed_until == today + timedelta(days=1)
    assert inquiry.next_due_at == was.next_due_at, "the clock runs on"
    assert not Inquiry.objects.awaiting_triage(today).exists()
    assert Inquiry.objects.awaiting_triage(today + timedelta(days=1)).exists()


def test_a_day_is_needed_and_not_a_past_one(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    for given in ({}, {"when": "date"}, {"when": "date", "on": "01.01.2020"}):
        assert client.post(url(inquiry), given).status_code == 422
    assert Inquiry.objects.get().snoozed_until is None


def test_those_who_may_not(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(boris())
    assert client.post(url(inquiry), {"when": "week"}).status_code == 403
