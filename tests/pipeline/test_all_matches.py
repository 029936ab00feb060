"""Every place of a match, and why not the others."""

import pytest

from tests.pipeline.test_inquiry import figures, land
from tests.world import boris, dina, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/matches/"


def test_it_works(client):
    land()
    inquiry = make_inquiry(figures=figures(), route_to=maria())
    client.force_login(boris())
    html = client.get(url(inquiry)).content.decode()
    for words in ("Парк Юг 0", "Парк Юг 4", "Малый парк", "Абинский район"):
        assert words in html, words
    part = client.get(url(inquiry), headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Малый парк" in part


def test_what_is_no_project_has_none(client):
    inquiry = make_inquiry(kind="consultation")
    client.force_login(maria())
    assert client.get(url(inquiry)).status_code == 200


def test_those_who_may_not(client):
    inquiry = make_inquiry()
    client.force_login(dina())
    assert client.get(url(inquiry)).status_code == 403
