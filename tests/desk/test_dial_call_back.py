"""“Call” at a call back: the exchange is asked once, for whoever has a phone on the desk."""

from uuid import uuid4

import pytest

from leads.models import CallBack, Dialling, User
from tests.desk.owing import missed
from tests.telephony.signing import SECRET
from tests.world import andrey, maria, olga

pytestmark = pytest.mark.django_db
BY_HAND = 'href="tel:+79181234567"'


@pytest.fixture(autouse=True)
def dials(settings):
    settings.TELEPHONY_DIAL = "generic=https://pbx.example/dial"
    settings.TELEPHONY_SECRETS = {"generic": [SECRET]}


@pytest.fixture
def at_phone():
    User.objects.filter(pk=olga().pk).update(extension="101")
    return olga()


def url(row) -> str:
    return f"/desk/call-backs/{row.pk}/dial/"


def test_it_works(client, at_phone):
    row = missed()
    client.force_login(at_phone)
    page = client.get("/desk/call-backs/").content.decode()
    assert f'action="{url(row)}"' in page
    assert BY_HAND not in page
    key = uuid4()
    for _ in range(2):
        assert client.post(url(row), {"key": key}).headers["Location"] == "/desk/call-backs/"
    asked = Dialling.objects.get()
    assert (asked.user, asked.extension, asked.phone_e164) == (at_phone, "101", row.phone_e164)


def test_in_place_it_says_what_becomes_of_it(client, at_phone):
    client.force_login(at_phone)
    said = client.post(url(missed()), {"key": uuid4()}, headers={"HX-Request": "true"})
    key = Dialling.objects.get().key
    assert f"/desk/dialling/{key}/" in said.content.decode()


def test_without_a_phone_or_an_exchange_there_is_no_button(client, at_phone, settings):
    row = missed()
    client.force_login(at_phone)
    settings.TELEPHONY_DIAL = ""
    assert BY_HAND in client.get("/desk/call-backs/").content.decode()
    assert client.post(url(row)).status_code == 404
    settings.TELEPHONY_DIAL = "mango"
    assert client.post(url(row)).status_code == 404, "no credentials"
    settings.TELEPHONY_DIAL = "generic=https://pbx.example/dial"
    User.objects.filter(pk=at_phone.pk).update(extension="")
    assert BY_HAND in client.get("/desk/call-backs/").content.decode()
    assert client.post(url(row)).status_code == 404
    assert not Dialling.objects.exists()


def test_a_foreign_or_done_one_is_as_good_as_missing(client, at_phone):
    row = missed()
    User.objects.filter(pk=maria().pk).update(extension="102")
    client.force_login(maria())
    assert client.post(url(row)).status_code == 404
    CallBack.objects.update(outcome="reached", closed_at="2026-11-17T08:00Z")
    client.force_login(at_phone)
    assert client.post(url(row)).status_code == 404


def test_those_who_may_not(client):
    client.force_login(andrey())
    assert client.post(url(missed())).status_code == 403
