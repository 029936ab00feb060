"""The head gives an inquiry to an officer."""

import pytest

from tests.world import andrey, boris, gleb, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/assign/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(gleb())
    page = client.post(url(inquiry), {"officer": boris().officer.pk})
    assert page.url == inquiry.get_absolute_url()
    inquiry.refresh_from_db()
    assert inquiry.officer == boris().officer
    assert {step.owner for step in inquiry.follow_ups.open()} == {boris().officer}
    assert inquiry.activities.get(kind="reassigned").actor == gleb()


@pytest.mark.parametrize("who", [maria, olga, andrey])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    assert client.post(url(inquiry), {"officer": boris().officer.pk}).status_code == 403


@pytest.mark.parametrize("officer", ["", "x", "999999", "\x00", "9" * 40])
def test_an_unknown_officer_is_refused(client, officer):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(gleb())
    page = client.post(url(inquiry), {"officer": officer})
    assert page.status_code == 422
    assert page.context["form"].errors["officer"]


def test_one_who_left_gets_nothing(client):
    inquiry = make_inquiry(route_to=maria())
    officer = boris().officer
    officer.user.is_active = False
    officer.user.save()
    client.force_login(gleb())
    assert client.post(url(inquiry), {"officer": officer.pk}).status_code == 422


def test_to_the_same_officer_changes_nothing(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(gleb())
    client.post(url(inquiry), {"officer": maria().officer.pk})
    assert not inquiry.activities.filter(kind="reassigned").exists()


def test_missing(client):
    client.force_login(gleb())
    assert client.post("/inquiries/INV-2026-999999/assign/").status_code == 404
