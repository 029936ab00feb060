"""Taking a consent back: that purpose ends, and what was agreed to stays provable."""

import pytest

from leads.models import Consent, ConsentText
from tests.public.visitor import agree, make_web_inquiry, open_status
from tests.world import maria

pytestmark = pytest.mark.django_db


def url(consent):
    return f"/status/consent/{consent.pk}/"


def test_it_works(client):
    inquiry = make_web_inquiry(route_to=maria())
    mailing = agree(inquiry)
    open_status(client, inquiry)
    assert client.post(url(mailing)).url == "/status/"
    mailing.refresh_from_db()
    inquiry.refresh_from_db()
    assert mailing.withdrawn_at is not None
    assert inquiry.disposition == "live"
    assert inquiry.activities.get(kind="consent_withdrawn").data == {"purpose": "mailing"}


def test_without_the_processing_the_inquiry_ends(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.post(url(inquiry.consents.get()))
    inquiry.refresh_from_db()
    assert inquiry.disposition == "withdrawn"


def test_twice_is_once(client):
    inquiry = make_web_inquiry()
    mailing = agree(inquiry)
    open_status(client, inquiry)
    client.post(url(mailing)), client.post(url(mailing))
    assert inquiry.activities.filter(kind="consent_withdrawn").count() == 1


def test_another_persons_consent_is_missing(client):
    mailing = agree(make_web_inquiry())
    open_status(client, make_web_inquiry())
    assert client.post(url(mailing)).status_code == 404
    assert Consent.objects.get(pk=mailing.pk).withdrawn_at is None


def test_a_changed_text_is_no_proof():
    consent = agree(make_web_inquiry())
    assert consent.is_proof()
    ConsentText.objects.filter(pk=consent.text_id).update(body="другое")
    consent.text.refresh_from_db()
    assert not consent.is_proof()


def test_a_stranger_is_refused(client):
    assert client.post(url(agree(make_web_inquiry()))).status_code == 404
