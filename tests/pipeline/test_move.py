"""The button of a card, without a script."""

import pytest

from tests.world import andrey, make_inquiry, maria

pytestmark = pytest.mark.django_db
URL = "/pipeline/board/move/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.get(URL, {"m": inquiry.number, "back": "/pipeline/board/?view=mine"}, follow=True)
    assert page.request["PATH_INFO"] == f"/inquiries/{inquiry.number}/advance/"
    answer = {"to": "visit", "back": page.context["back"]}
    assert client.post(page.request["PATH_INFO"], answer).url == "/pipeline/board/?view=mine"


@pytest.mark.parametrize("number", ["", "x", "../../admin/", "INV-2026-1"])
def test_what_is_no_number_is_missing(client, number):
    client.force_login(maria())
    assert client.get(URL, {"m": number}).status_code == 404


def test_those_who_change_nothing(client):
    client.force_login(andrey())
    assert client.get(URL).status_code == 403
