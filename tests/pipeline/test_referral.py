"""One referral: the need, and the contact only when it was shared."""

import pytest
from django.utils import timezone

from districts.matching.need import Bounds, Need
from tests.world import andrey, dina, gleb, make_inquiry, maria, olga, xenia

from .test_referrals import refer

pytestmark = pytest.mark.django_db
SECRETS = ("Иванов", "123-45-67", "p@example.com")


def page(client, referral):
    return client.get(f"/referrals/{referral.pk}/")


def an_inquiry():
    return make_inquiry(figures=Need(land_ha=Bounds(5, 7), gas=True), email="p@example.com")


def test_it_works(client):
    referral = refer(an_inquiry(), shared=True)
    client.force_login(dina())
    html = page(client, referral).content.decode()
    for words in ("Есть ли газ?", "Агросад", *SECRETS):
        assert words in html, words
    assert "Цех переработки" not in html


def test_the_contact_stays_with_the_agency_unless_shared(client):
    referral = refer(an_inquiry())
    client.force_login(dina())
    html = page(client, referral).content.decode()
    assert "Агросад" in html
    for secret in SECRETS:
        assert secret not in html, secret


def test_a_confidential_one_shows_its_code_name_even_when_shared(client):
    inquiry = an_inquiry()
    referral = refer(inquiry, shared=True)
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(dina())
    html = page(client, referral).content.decode()
    assert "Янтарь" in html
    for secret in ("Агросад", *SECRETS):
        assert secret not in html, secret


def test_foreign_and_missing_look_the_same(client):
    foreign = refer(an_inquiry(), "anapa")
    client.force_login(dina())
    assert page(client, foreign).status_code == 404
    assert client.get("/referrals/999999/").status_code == 404
    assert page(client, foreign).content == client.get("/referrals/999999/").content


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey, xenia])
def test_those_who_may_not(client, who):
    referral = refer(an_inquiry())
    client.force_login(who())
    assert page(client, referral).status_code == 403
