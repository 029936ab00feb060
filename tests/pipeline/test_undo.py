"""The button that takes a deed back, in a message and in the history."""

import pytest
from django.utils import timezone

from leads.models import Inquiry
from tests.world import AT, andrey, boris, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


def moved(by=maria):
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="visit", by=by(), at=timezone.now())
    return inquiry, inquiry.activities.get(kind="advanced")


def undo(client, row, **given):
    return client.post(f"/history/{row.pk}/undo/?lang=en", given, follow=True)


def test_it_works(client):
    _inquiry, row = moved()
    client.force_login(maria())
    page = undo(client, row, back="/pipeline/board/")
    assert page.request["PATH_INFO"] == "/pipeline/board/"
    assert "Undone: Stage changed." in page.content.decode()
    assert Inquiry.objects.get().stage == "new"
    assert "something newer" in undo(client, row).content.decode()
    assert Inquiry.objects.get().stage == "new"


def test_ones_own_deed_is_undone_though_the_inquiry_is_anothers_now(client):
    inquiry = make_inquiry(route_to=boris())
    inquiry.advance(to="qualified", by=olga(), at=AT)
    client.force_login(olga())
    undo(client, inquiry.activities.get(kind="advanced"))
    assert Inquiry.objects.get().stage == "new"


@pytest.mark.parametrize("who", [boris, olga, andrey, xenia])
def test_anothers_deed_is_not(client, who):
    _inquiry, row = moved()
    client.force_login(who())
    assert undo(client, row).status_code == 403
    assert Inquiry.objects.get().stage == "visit"


def test_the_head_may(client):
    _inquiry, row = moved()
    client.force_login(gleb())
    undo(client, row)
    assert Inquiry.objects.get().stage == "new"


def test_missing(client):
    client.force_login(maria())
    assert client.post("/history/999999/undo/").status_code == 404
    assert client.get("/history/999999/undo/").status_code == 405


def test_the_button_goes_when_it_is_overtaken(client):
    inquiry, row = moved()
    client.force_login(maria())
    assert f"/history/{row.pk}/undo/" in client.get(inquiry.get_absolute_url()).content.decode()
    inquiry.refresh_from_db()
    inquiry.advance(to="agreement", by=maria(), at=timezone.now())
    assert f"/history/{row.pk}/undo/" not in client.get(inquiry.get_absolute_url()).content.decode()
