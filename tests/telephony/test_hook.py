"""The hook: what is genuine is kept once for ever and folded; the rest does nothing."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import OperationalError
from django.urls import reverse
from django.utils import timezone

from leads import flow, tasks
from leads.models import Call, CallBack, CallEvent, ContactPhone, User
from leads.telephony.exchange.hook import BODY_AT_MOST
from tests.telephony.signing import MANGO, OLD_SECRET, SECRET, hook_of, signed_hook, zadarma_hook
from tests.world import AT, make_inquiry, olga

pytestmark = pytest.mark.django_db
PAYLOADS = Path(__file__).resolve().parents[1] / "payloads"
NOW = AT + timedelta(minutes=2)


@pytest.fixture(autouse=True)
def exchange(settings, monkeypatch):
    settings.TELEPHONY_SECRETS = {
        "zadarma": [SECRET, OLD_SECRET],
        "mango": [MANGO],
        "generic": [SECRET, OLD_SECRET],
        "asterisk": [SECRET],
    }
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def payload(path: str) -> list[dict]:
    return json.loads((PAYLOADS / f"{path}.json").read_text())


def post(client, provider, hook, **headers):
    sent = hook.headers | headers
    return client.post(
        reverse("telephony:hook", args=[provider]),
        data=hook.body,
        content_type=sent.get("content-type", "application/json"),
        headers={name: value for name, value in sent.items() if name != "content-type"},
    )


def send(client, path, at=NOW):
    provider = path.partition("/")[0]
    return [post(client, provider, hook_of(provider, one, at)) for one in payload(path)]


def at_phone(user, extension):
    User.objects.filter(pk=user.pk).update(extension=extension)
    return user


def test_it_works(client):
    who = at_phone(olga(), "101")
    answers = send(client, "generic/answered")
    assert {answer.status_code for answer in answers} == {200}
    call = Call.objects.get()
    assert (call.state, call.disposition, call.operator) == ("ended", "answered", who)
    assert (call.phone_e164, call.rang, call.logged_at) == ("+79181234567", ["101", "102"], None)
    assert list(Call.objects.waiting_to_be_logged()) == [call]
    assert not CallEvent.objects.unfolded().exists()


@pytest.mark.parametrize(
    "path", [f"{one.parent.name}/{one.stem}" for one in sorted(PAYLOADS.glob("*/*.json"))]
)
def test_every_payload_in_any_order_and_twice_is_one_call(client, path):
    hooks = payload(path)
    for _ in range(2):
        for one in reversed(hooks):
            provider = path.partition("/")[0]
            assert post(client, provider, hook_of(provider, one, NOW)).status_code == 200
    assert CallEvent.objects.count() == len(hooks)
    assert Call.objects.count() == (0 if "internal" in path else 1)
    assert CallBack.objects.open().count() <= 1


def test_an_unconfigured_or_unknown_exchange_is_not_there(client, settings):
    hook = signed_hook(payload("generic/answered")[0], NOW)
    assert post(client, "nobody", hook).status_code == 404
    settings.TELEPHONY_SECRETS = {}
    assert post(client, "generic", hook).status_code == 404
    assert client.get("/telephony/zadarma/?zd_echo=1").status_code == 404


def test_the_handshake_says_what_it_was_asked(client):
    answer = client.get("/telephony/zadarma/?zd_echo=abc123")
    assert (answer.status_code, answer.content) == (200, b"abc123")
    assert answer["Content-Type"] == "text/plain"
    assert client.get("/telephony/zadarma/?zd_echo=<script>").status_code == 405
    assert client.get("/telephony/generic/?zd_echo=abc123").status_code == 405


@pytest.mark.parametrize("provider", ["zadarma", "mango", "generic", "asterisk"])
def test_what_is_forged_does_nothing(client, provider):
    """Every byte of what proves the sender, and of what is signed, changed in turn."""
    hook = hook_of(provider, payload(f"{provider}/answered")[0], NOW)
    proof = {"zadarma": "signature", "generic": "x-signature", "asterisk": "x-signature"}
    for name in ("x-timestamp", proof.get(provider)):
        given = hook.headers.get(name or "", "")
        for n, sign in enumerate(given):
            other = given[:n] + ("0" if sign != "0" else "1") + given[n + 1 :]
            assert post(client, provider, hook, **{name: other}).status_code == 403
    for n in range(len(hook.body)):
        body = hook.body[:n] + bytes([hook.body[n] ^ 1]) + hook.body[n + 1 :]
        answer = post(client, provider, type(hook)(body, hook.headers))
        if provider != "zadarma":
            assert answer.status_code in {400, 403}, body
    if provider != "zadarma":
        assert not CallEvent.objects.exists()
    assert not Call.objects.filter(state="ended").exists()


def test_zadarma_signs_few_fields_and_still_nothing_is_changed(client):
    """A captured hook with other fields: another ending, another call, another event."""
    ending = payload("zadarma/answered")[4]
    assert post(client, "zadarma", zadarma_hook(ending)).status_code == 200
    before = Call.objects.values().get()
    for change in ({"disposition": "busy"}, {"duration": "1"}, {"is_recorded": "0"}):
        assert post(client, "zadarma", zadarma_hook(ending | change)).status_code == 200
    answer = post(client, "zadarma", zadarma_hook(ending | {"pbx_call_id": "in_another"}))
    assert answer.status_code == 403
    assert (Call.objects.values().get(), CallEvent.objects.count()) == (before, 1)


def test_stale_hooks_do_nothing(client):
    one = payload("generic/answered")[0]
    for seconds, status in ((299, 200), (301, 403), (-301, 403)):
        hook = signed_hook(one, NOW - timedelta(seconds=seconds))
        assert post(client, "generic", hook).status_code == status
    old = payload("zadarma/answered")[0] | {"call_start": "2026-11-14 10:29:30"}
    assert post(client, "zadarma", zadarma_hook(old)).status_code == 403
    assert CallEvent.objects.count() == 1


@pytest.mark.parametrize("days", [0, 3, 40])
def test_replayed_hooks_do_nothing(client, monkeypatch, days):
    hook = hook_of("mango", payload("mango/missed")[1], NOW)
    assert post(client, "mango", hook).status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=days))
    assert post(client, "mango", hook).status_code == (403 if days else 200)
    assert (CallEvent.objects.count(), CallBack.objects.get().misses) == (1, 1)


def test_two_secrets_live_side_by_side(client):
    for secret in (SECRET, OLD_SECRET):
        hook = signed_hook(payload("generic/busy")[0] | {"callId": secret[:8]}, NOW, secret)
        assert post(client, "generic", hook).status_code == 200
    hook = signed_hook(payload("generic/busy")[0], NOW, "a secret of somebody else")
    assert post(client, "generic", hook).status_code == 403


def test_the_token_alone_is_enough_for_the_generic_exchange(client):
    body = json.dumps(payload("generic/busy")[0])
    for token, status in ((SECRET, 200), (SECRET[:-1], 403), ("", 403), ("ключ", 403)):
        answer = client.post(
            "/telephony/generic/",
            body,
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}".encode().decode("latin-1")},
        )
        assert answer.status_code == status


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"[]", b"{", b"\xff\xfe", b'{"a":' * 2000, b'{"event": "newCall"}'),
        b'{"event": "dance", "callId": "1"}',
        b'{"event": "hangup", "callId": "1", "at": "yesterday"}',
    ],
)
def test_what_makes_no_sense_is_refused_plainly(client, body):
    answer = client.post(
        "/telephony/generic/",
        body,
        content_type="application/json",
        headers={"Authorization": f"Bearer {SECRET}"},
    )
    assert answer.status_code == 400
    assert not CallEvent.objects.exists()


def test_a_body_too_large_is_refused_unread(client):
    hook = signed_hook({"event": "hangup", "callId": "1", "x": "y" * BODY_AT_MOST}, NOW)
    assert post(client, "generic", hook).status_code == 413
    assert not CallEvent.objects.exists()


def test_the_database_down_has_the_exchange_repeat(client, monkeypatch):
    def down(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr(flow, "hear", down)
    answer = send(client, "generic/busy")[0]
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")


def test_a_fold_that_fails_is_found_by_the_sweep(client, monkeypatch):
    """The event is kept and 200 is answered all the same."""
    with monkeypatch.context() as broken:
        broken.setattr("leads.flow.calls.fold", lambda *args, **kwargs: 1 / 0)
        assert send(client, "generic/busy")[0].status_code == 200
    assert CallEvent.objects.unfolded().count() == 1
    monkeypatch.setattr(tasks, "database_now", lambda: NOW)
    assert tasks.sweep()["leads.fold"] == 1
    assert Call.objects.get().disposition == "busy"


def test_a_session_is_never_asked_for(client, django_assert_num_queries):
    hook = hook_of("generic", payload("generic/busy")[0], NOW)
    client.force_login(olga())
    post(client, "generic", hook)
    with django_assert_num_queries(1):  # known already
        post(client, "generic", hook)


def test_a_known_caller_and_an_unknown_phone(client):
    contact = make_inquiry(phone="+7 918 123-45-67").contact
    assert ContactPhone.objects.filter(contact=contact).exists()
    send(client, "asterisk/answered")
    call = Call.objects.get()
    assert (call.contact, call.operator, call.inner_number) == (contact, None, "101")
    assert call.notice_given_at is not None
