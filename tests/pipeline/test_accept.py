"""Taking a new inquiry up: one press gives it its officer and its stage."""

import pytest
from django.utils import timezone

from leads.models import Inquiry, Officer
from tests.world import boris, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/pipeline/triage/{inquiry.number}/accept/"


def test_it_works(client):
    inquiry = make_inquiry(at=timezone.now(), route_to=maria())
    client.force_login(maria())
    assert client.post(url(inquiry), {"back": "/pipeline/triage/"}).url == "/pipeline/triage/"
    inquiry.refresh_from_db()
    assert (inquiry.stage, inquiry.officer) == ("qualified", maria().officer)


def test_the_head_gives_nobodys_to_whom_routing_would_find(client):
    boris()
    inquiry = make_inquiry(at=timezone.now())
    client.force_login(gleb())
    client.post(url(inquiry))
    inquiry.refresh_from_db()
    assert (inquiry.stage, inquiry.officer) == ("qualified", boris().officer)


def test_one_undo_takes_both_back(client, row_by_row):
    inquiry = make_inquiry(at=timezone.now())
    client.force_login(maria())
    client.post(url(inquiry))
    row = inquiry.activities.filter(actor=maria()).order_by("pk").first()
    client.post(f"/history/{row.pk}/undo/")
    inquiry.refresh_from_db()
    assert (inquiry.stage, inquiry.officer) == ("new", None)


def test_nobody_is_free(client):
    Officer.objects.all().delete()
    inquiry = make_inquiry(at=timezone.now())
    client.force_login(gleb())
    page = client.post(url(inquiry) + "?lang=en", follow=True)
    assert "Nobody is free to take it" in page.content.decode()
    assert Inquiry.objects.get().stage == "new"


def test_pressed_twice_it_is_taken_up_once(client):
    inquiry = make_inquiry(at=timezone.now(), route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry))
    assert (
        "dealt with it first"
        in client.post(url(inquiry) + "?lang=en", follow=True).content.decode()
    )
    assert inquiry.activities.filter(kind="advanced").count() == 1


def test_those_who_may_not(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(olga())
    assert client.post(url(inquiry)).status_code == 403
    client.force_login(boris())
    assert client.post(url(inquiry)).status_code == 403
