"""Passing an inquiry to a district."""

import pytest
from django.utils import timezone

from leads.models import Referral
from tests.world import andrey, boris, gleb, make_district, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/refer/"


def given(**more):
    make_district("abinsky")
    return {"district": "abinsky", "question": "Есть ли газ?"} | more


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), given(contact_shared="on"), follow=True)
    referral = Referral.objects.get()
    assert (referral.district_id, referral.question) == ("abinsky", "Есть ли газ?")
    assert (referral.contact_shared, referral.referred_by) == (True, maria())
    assert "Район abinsky" in page.content.decode()


def test_the_contact_stays_unless_shared(client):
    client.force_login(gleb())
    client.post(url(make_inquiry(route_to=maria())), given())
    assert not Referral.objects.get().contact_shared


def test_the_contact_of_a_confidential_one_is_never_shared(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(maria())
    client.post(url(inquiry), given(contact_shared="on"))
    assert not Referral.objects.get().contact_shared


def test_a_district_gets_it_once(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), given())
    page = client.post(url(inquiry) + "?lang=en", given(question="Другое"), follow=True)
    assert "has this inquiry already" in page.content.decode()
    assert Referral.objects.get().question == "Есть ли газ?"


@pytest.mark.parametrize(
    "wrong",
    [
        {"district": ""},
        {"district": "atlantis"},
        {"district": "x\x00"},
        {"question": ""},
        {"question": "а\x00"},
        {"question": "я" * 1_000_000},
    ],
)
def test_what_is_wrong_is_said_and_stays_typed(client, wrong):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), given(**wrong))
    assert page.status_code == 422
    assert {name: page.context["form"][name].value() for name in wrong} == wrong
    assert not Referral.objects.exists()


@pytest.mark.parametrize("who", [boris, olga, andrey])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    assert client.post(url(inquiry), given()).status_code == 403
    assert not Referral.objects.exists()


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/refer/").status_code == 404
