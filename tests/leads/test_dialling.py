"""Calling by a click: signed as documented, asked once, and what nobody knows is said."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from leads import dialling, flow, tasks
from leads.models import Dialling, User
from tests.telephony.dialled import Dialler
from tests.telephony.signing import MANGO, SECRET
from tests.world import AT, maria, olga

pytestmark = pytest.mark.django_db
NUMBER = "+79181234567"
SOON = AT + timedelta(seconds=1)


@pytest.fixture
def exchange(settings, monkeypatch):
    """Zadarma, Mango and one of our own, all of them at one address on this machine."""
    fake = Dialler()
    settings.TELEPHONY_SECRETS = {"zadarma": [SECRET], "mango": [MANGO], "generic": [SECRET]}
    settings.ZADARMA_KEY = "key"
    monkeypatch.setattr(dialling, "ZADARMA", fake.address)
    monkeypatch.setattr(dialling, "MANGO", fake.address)

    def use(provider):
        tail = f"={fake.address}/dial" if provider == "generic" else ""
        settings.TELEPHONY_DIAL = provider + tail
        return fake

    yield use
    fake.stop()


def operator() -> User:
    User.objects.filter(pk=olga().pk).update(extension="101")
    return olga()


def click(at=AT, key=None, by=None, number=NUMBER) -> Dialling:
    return flow.dial(number, key=key or uuid4(), by=by or operator(), at=at)


def dialled(row) -> Dialling:
    dialling.dial(row, now=lambda: SOON)
    row.refresh_from_db()
    return row


def test_zadarma_is_asked_with_its_signature(exchange):
    fake = exchange("zadarma")
    fake.said = b'{"status":"success","from":101,"to":79181234567,"time":1435573082}'
    assert dialled(click()).state == "taken"
    ((method, path, headers, _body),) = fake.asked
    parts = urlsplit(path)
    assert (method, parts.path) == ("GET", "/v1/request/callback/")
    assert parse_qs(parts.query) == {"from": ["101"], "to": ["79181234567"]}
    # Base64 of the hexadecimal HMAC-SHA1 over method, sorted query and its MD5.
    text = parts.path + parts.query + hashlib.md5(parts.query.encode()).hexdigest()
    digest = hmac.new(SECRET.encode(), text.encode(), hashlib.sha1).hexdigest()
    signed = base64.b64encode(digest.encode()).decode()
    assert headers["authorization"] == f"key:{signed}"


def test_mango_is_asked_with_its_sign(exchange):
    fake = exchange("mango")
    fake.said = b'{"result":1000}'
    row = dialled(click())
    assert row.state == "taken"
    ((method, path, _headers, body),) = fake.asked
    assert (method, path) == ("POST", "/vpbx/commands/callback")
    form = {name: value[0] for name, value in parse_qs(body.decode()).items()}
    key, _, salt = MANGO.partition(":")
    assert form["vpbx_api_key"] == key
    signed = hashlib.sha256(f"{key}{form['json']}{salt}".encode()).hexdigest()
    assert form["sign"] == signed
    assert json.loads(form["json"]) == {
        "command_id": str(row.key),
        "from": {"extension": "101"},
        "to_number": "79181234567",
    }


def test_any_other_is_asked_by_signed_json(exchange):
    fake = exchange("generic")
    row = dialled(click())
    assert row.state == "taken"
    ((method, path, headers, body),) = fake.asked
    assert (method, path) == ("POST", "/dial")
    stamp = headers["x-timestamp"]
    signed = hmac.new(SECRET.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["x-signature"] == signed
    said = {"event": "dial", "id": str(row.key), "from": "101", "to": NUMBER}
    assert json.loads(body) == said


@pytest.mark.parametrize(
    ("provider", "status", "said", "state"),
    [
        ("zadarma", 200, b'{"status":"error","message":"no money"}', "refused"),
        ("zadarma", 401, b"", "refused"),
        ("zadarma", 200, b"<html>", "unknown"),
        ("zadarma", 502, b"", "unknown"),
        ("mango", 200, b'{"result":3100}', "refused"),
        ("mango", 200, b"[]", "unknown"),
        ("generic", 302, b"", "unknown"),
        ("generic", 404, b"", "refused"),
        ("generic", 204, b"", "taken"),
    ],
)
def test_what_its_answer_means(exchange, provider, status, said, state):
    fake = exchange(provider)
    fake.status, fake.said = status, said
    row = dialled(click())
    assert row.state == state
    dialling.dial(row, now=lambda: SOON)
    assert len(fake.asked) == 1, "whatever it said, it is asked once"


def test_an_answer_that_was_cut_off_is_unknown_and_never_repeated(exchange):
    fake = exchange("generic")
    fake.cut = True
    row = dialled(click())
    assert row.state == "unknown"
    dialled(row)
    assert len(fake.asked) == 1


def test_one_that_is_not_there_was_never_asked(exchange, settings):
    fake = exchange("generic")
    fake.stop()
    assert dialled(click()).state == "failed"


def test_pressed_twice_it_rings_once(exchange):
    fake, key = exchange("generic"), uuid4()
    first = click(key=key)
    for again in (click(key=key), click(at=AT + timedelta(seconds=3))):
        assert again.pk == first.pk
    dialled(first)
    assert click(at=AT + timedelta(seconds=5)).pk == first.pk, "it rings already"
    assert len(fake.asked) == 1
    assert click(at=AT + timedelta(seconds=20)).pk != first.pk, "a new call, later"


def test_after_a_refusal_a_click_asks_again(exchange):
    fake = exchange("generic")
    fake.status = 404
    first = dialled(click())
    assert click(at=AT + timedelta(seconds=3)).pk != first.pk


def test_two_people_call_at_once(exchange):
    exchange("generic")
    User.objects.filter(pk=maria().pk).update(extension="102")
    assert click().pk != click(by=maria()).pk


def test_a_lost_ring_is_found_again_while_it_is_fresh(exchange, monkeypatch):
    fake, row = exchange("generic"), click()
    monkeypatch.setattr(tasks, "database_now", lambda: SOON)
    assert tasks.sweep()["leads.dial"] == 1
    row.refresh_from_db()
    assert (row.state, len(fake.asked)) == ("taken", 1)


def test_a_minute_later_nobodys_phone_rings(exchange, monkeypatch):
    fake, row = exchange("generic"), click()
    monkeypatch.setattr(tasks, "database_now", lambda: AT + timedelta(seconds=61))
    tasks.sweep()
    row.refresh_from_db()
    assert (row.state, fake.asked) == ("late", [])


def test_whoever_died_with_the_answer_leaves_it_unknown(exchange, monkeypatch):
    fake, row = exchange("generic"), click()
    assert row.claim(at=SOON)
    assert not row.claim(at=SOON), "one asks"
    monkeypatch.setattr(tasks, "database_now", lambda: AT + timedelta(minutes=3))
    tasks.sweep()
    row.refresh_from_db()
    assert (row.state, fake.asked) == ("unknown", [])
    assert not row.settle("taken", at=AT)


def test_a_key_is_one_row():
    with pytest.raises(IntegrityError), transaction.atomic():
        Dialling.objects.bulk_create(
            Dialling(user=operator(), phone_e164=NUMBER, key=click().key, asked_at=AT)
            for _ in range(1)
        )
