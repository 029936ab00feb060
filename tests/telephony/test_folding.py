"""Confluence: any order, any repetition and any gap of a call's events give one and the same call.

Every permutation and duplication of up to six events of each payload, and random shuffles of longer
ones: 1,500 here, 20,000 of each under PROVE=whole.
"""

import itertools
import json
import os
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leads.telephony.exchange.event import Event, outside
from leads.telephony.exchange.folding import fold
from leads.telephony.exchange.providers import PROVIDERS
from tests.telephony.signing import MANGO, SECRET, hook_of

PAYLOADS = Path(__file__).resolve().parents[1] / "payloads"
SHUFFLES = 20_000 if os.environ.get("PROVE") == "whole" else 500
AT = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
CALLS = sorted(path for path in PAYLOADS.glob("*/*.json"))
LONG = [path for path in CALLS if len(json.loads(path.read_text())) > 3]


def steps(path: Path) -> list[tuple[Event, ...]]:
    """What each hook tells, as it would come in order, a second apart."""
    provider = path.parent.name
    exchange, told = PROVIDERS[provider], []
    for n, fields in enumerate(json.loads(path.read_text())):
        now = AT + timedelta(seconds=60 + n)
        secrets = [MANGO if provider == "mango" else SECRET]
        received = exchange.read(hook_of(provider, fields, now), secrets, now)
        told.append(exchange.translate(received.body, now))
    return told


def named(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def flat(told) -> list[Event]:
    return [event for step in told for event in step]


@pytest.mark.parametrize("path", CALLS, ids=named)
def test_every_order_and_repetition_gives_the_same_call(path):
    told = steps(path)[:6]
    in_order = fold(flat(told))
    for order in itertools.permutations(told):
        assert fold(flat(order)) == in_order
    for again in itertools.product((1, 2), repeat=len(told)):
        twice = [step for step, times in zip(told, again, strict=True) for _ in range(times)]
        assert fold(flat(reversed(twice))) == in_order


@pytest.mark.parametrize("path", LONG, ids=named)
def test_shuffles_of_long_calls(path):
    """Several phones that ring again and again, transfers, and moments that contradict."""
    dice = random.Random(named(path))
    told = flat(steps(path))
    for phone in ("103", "104", "105"):
        at = AT + timedelta(seconds=dice.randrange(60))
        told += [Event("ringing", at, extension=phone), Event("left", at, extension=phone)]
        told.append(Event("answered", at, extension=phone))
    told += [Event("ended", AT + timedelta(seconds=n), cause="busy") for n in (1, 900)]
    in_order = fold(told)
    for _ in range(SHUFFLES):
        mixed = told + dice.choices(told, k=dice.randrange(len(told)))
        dice.shuffle(mixed)
        assert fold(mixed) == in_order


def test_control_a_fold_that_trusts_the_order_of_arrival_is_found_out(monkeypatch):
    """The same harness sees it when events are taken as they come."""
    monkeypatch.setattr(Event, "order", lambda event: 0)
    monkeypatch.setattr(
        "leads.telephony.exchange.folding.set", lambda told=(): list(told), raising=False
    )
    told = flat(steps(PAYLOADS / "generic/transferred.json"))[:6]
    assert len({_as_it_came(order) for order in itertools.permutations(told)}) > 1


def _as_it_came(order):
    call = fold(order)
    return call.extension, call.transfers, call.ringing


@pytest.mark.parametrize(
    ("path", "direction", "disposition", "extension"),
    [
        ("zadarma/answered", "inbound", "answered", "101"),
        ("zadarma/missed", "inbound", "missed", ""),
        ("zadarma/orphan_end", "inbound", "abandoned", ""),
        ("zadarma/hidden", "inbound", "abandoned", ""),
        ("zadarma/outbound", "outbound", "answered", "101"),
        ("mango/answered", "inbound", "answered", "101"),
        ("mango/missed", "inbound", "missed", "101"),
        ("generic/answered", "inbound", "answered", "101"),
        ("generic/transferred", "inbound", "answered", "102"),
        ("generic/abandoned", "inbound", "abandoned", ""),
        ("generic/voicemail", "inbound", "voicemail", ""),
        ("generic/busy", "inbound", "busy", ""),
        ("asterisk/answered", "inbound", "answered", "101"),
        ("asterisk/abandoned", "inbound", "abandoned", ""),
        ("asterisk/outbound", "outbound", "answered", "101"),
    ],
)
def test_a_call_reads_as_it_went(path, direction, disposition, extension):
    call = fold(flat(steps(PAYLOADS / f"{path}.json")))
    assert (call.direction, call.disposition, call.extension) == (direction, disposition, extension)
    assert call.state == "ended"
    assert call.number in ("", "+79181234567", "89181234567")
    assert bool(call.number) == ("hidden" not in path)


@pytest.mark.parametrize("path", ["asterisk/internal", "mango/internal"])
def test_a_call_between_two_phones_of_the_office_is_internal(path):
    assert fold(flat(steps(PAYLOADS / f"{path}.json"))).direction == "internal"


def test_phones_ring_until_somebody_answers():
    told = steps(PAYLOADS / "asterisk/answered.json")
    assert fold(flat(told[:4])).ringing == ("101", "102")
    assert fold(flat(told[:5])).ringing == ()
    assert fold(flat(told[:5])).state == "talking"


def test_a_transfer_rings_at_the_next_phone_while_they_talk():
    told = steps(PAYLOADS / "generic/transferred.json")
    call = fold(flat(told[:3]))
    assert (call.state, call.ringing, call.extension) == ("talking", ("102",), "101")
    assert fold(flat(told)).transfers == ("102",)


def test_a_lost_answer_is_reckoned_from_how_long_they_talked():
    ending = steps(PAYLOADS / "zadarma/answered.json")[4]
    call = fold(ending)
    assert 0 < (call.ended_at - call.answered_at).total_seconds() <= 75
    assert call.disposition == "answered"


def test_a_call_given_up_ends():
    ringing = steps(PAYLOADS / "generic/answered.json")[0]
    assert fold(ringing).state == "ringing"
    given_up = fold(ringing, given_up_at=AT)
    assert (given_up.state, given_up.disposition) == ("ended", "missed")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("79181234567", "+79181234567"),
        ("+79181234567", "+79181234567"),
        ("89181234567", "89181234567"),
        ("4930901820123", "+4930901820123"),
        ("Anonymous", ""),
        ("<unknown>", ""),
        ("", ""),
        ("101", "101"),
    ],
)
def test_numbers_as_exchanges_write_them(written, read):
    assert outside(written) == read
