"""A manager takes an inquiry off the queue."""

import pytest
from django.utils import timezone

from tests.world import andrey, boris, gleb, make_inquiry, make_user, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/take/"


def test_it_works(client):
    inquiry = make_inquiry()
    client.force_login(maria())
    assert client.post(url(inquiry)).url == inquiry.get_absolute_url()
    inquiry.refresh_from_db()
    assert inquiry.officer.user == maria()
    assert {step.owner for step in inquiry.follow_ups.open()} == {inquiry.officer}
    assert inquiry.activities.get(kind="taken").actor == maria()


def test_it_takes_a_post(client):
    client.force_login(maria())
    assert client.get(url(make_inquiry())).status_code == 405


@pytest.mark.parametrize("who", [olga, gleb, andrey, xenia])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry()
    client.force_login(who())
    assert client.post(url(inquiry)).status_code == 403
    inquiry.refresh_from_db()
    assert inquiry.officer is None


def test_a_manager_without_a_desk_may_not(client):
    inquiry = make_inquiry()
    client.force_login(make_user("nina", "manager"))
    assert client.post(url(inquiry)).status_code == 403


def test_what_another_has_is_his(client):
    inquiry = make_inquiry(route_to=boris())
    client.force_login(maria())
    assert client.post(url(inquiry)).status_code == 403
    inquiry.refresh_from_db()
    assert inquiry.officer.user == boris()


def test_of_two_at_once_the_first_has_it():
    inquiry = make_inquiry()
    stale = type(inquiry).objects.get(pk=inquiry.pk)
    maria(), boris()
    assert inquiry.take(maria().officer, by=maria(), at=timezone.now())
    assert not stale.take(boris().officer, by=boris(), at=timezone.now())
    inquiry.refresh_from_db()
    assert inquiry.officer.user == maria()


def test_taking_ones_own_again_says_so(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry) + "?lang=en", follow=True)
    assert "has an officer already" in page.content.decode()
