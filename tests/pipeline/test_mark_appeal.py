"""Marking an inquiry as an appeal under 59-FZ, and undoing it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Appeal
from tests.pipeline.appeals import clock, url
from tests.world import andrey, boris, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry():
    return make_inquiry(route_to=maria(), at=timezone.now())


def test_it_works(client, inquiry):
    client.force_login(maria())
    assert "59-FZ" in client.get(url(inquiry) + "?lang=en").content.decode()
    page = client.post(url(inquiry), {"received_on": "сегодня"}, follow=True).content.decode()
    assert Appeal.objects.get().received_on == timezone.localdate()
    assert "Registration of the appeal" in page
    assert "Register" in page
    row = inquiry.activities.get(kind="appeal_marked")
    client.post(f"/history/{row.pk}/undo/")
    assert not Appeal.objects.exists()


def test_the_form_offers_the_day_on_which_the_inquiry_came(client, inquiry):
    client.force_login(maria())
    day = timezone.localdate(inquiry.opened_at)
    assert f"{day:%d.%m.%Y}" in client.get(url(inquiry)).content.decode()


def test_marked_twice_it_is_once(client, inquiry):
    client.force_login(maria())
    for _ in range(2):
        client.post(url(inquiry), {"received_on": "сегодня"})
    assert inquiry.activities.filter(kind="appeal_marked").count() == 1


def test_one_that_came_days_ago_counts_from_then(client, inquiry):
    client.force_login(gleb())
    day = timezone.localdate() - timedelta(days=9)
    client.post(url(inquiry), {"received_on": f"{day:%d.%m.%Y}"})
    row = clock(inquiry.appeal, "registration")
    assert row.due_at < timezone.now()
    assert "was due by" in client.get(inquiry.get_absolute_url() + "?lang=en").content.decode()


@pytest.mark.parametrize("day", ["", "вчерась", "завтра", "\x00", "31.02.2026"])
def test_what_is_wrong_is_said(client, inquiry, day):
    client.force_login(maria())
    assert client.post(url(inquiry), {"received_on": day}).status_code == 422
    assert not Appeal.objects.exists()


@pytest.mark.parametrize(("who", "status"), [(olga, 302), (boris, 403), (andrey, 403)])
def test_who_may(client, inquiry, who, status):
    client.force_login(who())
    assert client.post(url(inquiry), {"received_on": "сегодня"}).status_code == status


def test_missing(client):
    client.force_login(maria())
    assert client.get("/inquiries/INV-2026-999999/appeal/").status_code == 404
