"""Keeping an inquiry under a code name."""

import pytest

from leads.models import Inquiry
from tests.world import andrey, boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/confidential/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), {"confidential": "on", "code_name": "Янтарь"})
    inquiry.refresh_from_db()
    assert (inquiry.confidential, inquiry.code_name) == (True, "Янтарь")
    assert list(Inquiry.objects.containing("янтарь")) == [inquiry]
    assert inquiry.activities.filter(kind="made_confidential").count() == 1
    client.post(url(inquiry), {"confidential": "on", "code_name": "Янтарь"})
    assert inquiry.activities.filter(kind="made_confidential").count() == 1
    client.post(url(inquiry), {"code_name": "Янтарь"})
    inquiry.refresh_from_db()
    assert not inquiry.confidential
    assert inquiry.activities.filter(kind="disclosed").count() == 1


@pytest.mark.parametrize("code_name", ["", "  ", "я" * 61, "а\x00", "\u200b"])
def test_without_a_code_name_it_is_refused(client, code_name):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"confidential": "on", "code_name": code_name})
    assert page.status_code == 422
    assert page.context["form"].errors["code_name"]


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    given = {"confidential": "on", "code_name": "Янтарь"}
    assert client.post(url(inquiry), given).status_code == 403


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/confidential/").status_code == 404
