"""The hooks of a made-up day: calls of all kinds, signed, shuffled, some twice and some late. Pure.

The numbers are of a range that the Russian numbering plan leaves free (+7 999 000…).
"""

import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from leads.telephony.exchange.hook import Hook
from leads.telephony.exchange.providers import generic, zadarma

LINE = "78612517764"
PHONES = ["101", "102", "103"]
# How calls of a day go, by weight.
WAYS = {"answered": 8, "transferred": 2, "missed": 4, "abandoned": 2, "outbound": 3, "orphan": 1}
REPEATED, WITHHELD = 0.15, 0.05


def hooks_of_day(
    provider: str, secret: str, *, calls: int, seed: int, day: str, now: datetime
) -> list[Hook]:
    """In the order of arrival: neighbours mixed, some repeated, some much later."""
    dice = random.Random(seed)  # noqa: S311
    due: list[tuple[float, Hook]] = []
    for number in range(calls):
        way = dice.choices(list(WAYS), list(WAYS.values()))[0]
        start = now - timedelta(seconds=dice.randrange(60, 240))
        caller = "anonymous" if dice.random() < WITHHELD else f"7999000{dice.randrange(10_000):04}"
        make = _generic if provider == "generic" else _zadarma
        for step, fields in enumerate(make(way, f"demo-{day}-{number}", caller, start, dice)):
            late = dice.choice([0, 0, 0, 0, 3, 60])
            hook = _signed(provider, secret, fields, now)
            for _ in range(2 if dice.random() < REPEATED else 1):
                due.append((number + step / 10 + dice.random() * 2 + late, hook))
    return [hook for _, hook in sorted(due, key=lambda one: one[0])]


def _signed(provider: str, secret: str, fields: dict, now: datetime) -> Hook:
    if provider == "generic":
        body, stamp = json.dumps(fields).encode(), str(int(now.timestamp()))
        signature = generic.signature(secret, stamp, body)
        return Hook(
            body,
            {
                "Content-Type": "application/json",
                "X-Signature": signature,
                "X-Timestamp": stamp,
            },
        )
    text = "".join(str(fields.get(name, "")) for name in zadarma.SIGNED[fields["event"]])
    return Hook(
        urlencode(fields).encode(),
        {
            "Content-Type": "application/x-www-form-urlencoded",
            "Signature": zadarma.signature(secret, text),
        },
    )


def _generic(way: str, call: str, caller: str, start: datetime, dice) -> Iterator[dict]:
    out = way == "outbound" and caller != "anonymous"
    ends = {"from": LINE, "to": caller} if out else {"from": caller, "to": LINE}
    common = {"callId": call, "direction": "out" if out else "in", **ends}
    phone, other = dice.sample(PHONES, 2)

    def at(seconds: int) -> str:
        return (start + timedelta(seconds=seconds)).isoformat()

    if way != "orphan":
        waits = {"queue": "hotline"} if way == "abandoned" else {"user": [phone, other]}
        yield {"event": "newCall", **common, **({} if out else waits), "at": at(0)}
    talks = way in {"answered", "transferred"} or (out and dice.random() < 0.6)
    if talks:
        yield {"event": "answer", **common, "answeringNumber": phone, "notice": True, "at": at(8)}
    if way == "transferred":
        yield {"event": "newCall", **common, "user": [other], "at": at(30)}
        yield {"event": "answer", **common, "answeringNumber": other, "at": at(34)}
    cause = "normalClearing" if talks else "cancel" if way == "abandoned" else "noAnswer"
    yield {"event": "hangup", **common, "cause": cause, "at": at(55)}


def _zadarma(way: str, call: str, caller: str, start: datetime, dice) -> Iterator[dict]:
    # A day's calls begin in one minute: each moment is a call's own, as a signed string must be.
    moment = start.astimezone(ZoneInfo("Europe/Moscow"))
    common = {
        "pbx_call_id": call,
        "call_start": f"{moment:%Y-%m-%d %H:%M:%S}.{dice.randrange(10**6):06}",
    }
    phone, other = dice.sample(PHONES, 2)
    talks = way in {"answered", "transferred"}
    ends = {
        "duration": "45" if talks else "0",
        "disposition": "answered" if talks else "cancel" if way == "abandoned" else "no answer",
    }
    if way == "outbound" and caller != "anonymous":
        said = common | {"internal": phone, "destination": caller, "caller_id": LINE}
        yield {"event": "NOTIFY_OUT_START", **said}
        yield {"event": "NOTIFY_OUT_END", **said, "duration": "30", "disposition": "answered"}
        return
    said = common | {"caller_id": caller, "called_did": LINE}
    if way != "orphan":
        yield {"event": "NOTIFY_START", **said}
    if way not in {"orphan", "abandoned"}:
        yield {"event": "NOTIFY_INTERNAL", **said, "internal": phone}
        yield {"event": "NOTIFY_INTERNAL", **said, "internal": other}
    if talks:
        yield {
            "event": "NOTIFY_ANSWER",
            **common,
            "caller_id": caller,
            "destination": phone,
            "internal": phone,
        }
    yield {"event": "NOTIFY_END", **said, **ends, "internal": phone if talks else ""}
