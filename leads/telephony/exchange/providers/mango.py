"""Mango Office: form posts of `vpbx_api_key`, `sign` and `json`, to <our address>/events/<topic>.

Left unverified: its own PDF (VPBX API 1.9) was read in a transcript, and nothing was tried on a
live exchange. From there come sign = SHA-256 in hexadecimal of key + json + salt, the states, the
topics and the codes of directions and results; the shape of `recording` comes from wrappers, and
where its file lies is not known, so it is not fetched. A secret is written `key:salt`. A call ends
by its `summary`, so that topic must be switched on. The moment in an event is not that of sending:
it may come a day late, as after our own outage.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from leads.telephony.exchange.event import Cause, Direction, Event, outside
from leads.telephony.exchange.hook import (
    Hook,
    Received,
    Refused,
    Unreadable,
    kept,
    object_of,
    one_of,
    plain,
    refuse_stale,
)

LATE_AT_MOST = timedelta(hours=24)
KEPT = (
    *("entry_id", "call_id", "timestamp", "seq", "call_state", "location", "disconnect_reason"),
    *("recording_id", "recording_state", "entry_result", "call_direction", "line_number"),
    *("create_time", "talk_time", "end_time"),
)
PARTY = ("extension", "number", "line_number", "taken_from_call_id")
DIRECTIONS: dict[str, Direction] = {"0": "internal", "1": "inbound", "2": "outbound"}


def read(hook: Hook, secrets: Sequence[str], now: datetime) -> Received:
    form = hook.form()
    text, key = form.get("json", ""), form.get("vpbx_api_key", "")
    known = [secret for secret in secrets if secret.partition(":")[0] == key]
    if not one_of(known, form.get("sign", ""), lambda secret: sign(secret, text)):
        raise Refused("the sign is wrong")
    given = object_of(text)
    body: dict = kept(given, KEPT)
    for party in ("from", "to"):
        said = given.get(party)
        if isinstance(said, dict):
            body[party] = kept(said, PARTY)
    if "entry_id" not in body:
        raise Unreadable("no entry_id")
    moment = _moment(body.get("timestamp") or body.get("end_time", ""))
    refuse_stale(moment, now, past=LATE_AT_MOST)
    return Received(identity=text, call=body["entry_id"], body=body)


def sign(secret: str, text: str) -> str:
    key, _, salt = secret.partition(":")
    return hashlib.sha256(f"{key}{text}{salt}".encode()).hexdigest()


def translate(body: Mapping, heard_at: datetime) -> tuple[Event, ...]:
    if "recording_id" in body:
        done = body.get("recording_state", "Completed") == "Completed"
        at = _moment(body["timestamp"]) if "timestamp" in body else heard_at
        return (Event("recorded", at, recording=body["recording_id"] if done else ""),)
    if "entry_result" in body:
        return _summary(body)
    return _leg(body)


def _leg(body: Mapping) -> tuple[Event, ...]:
    caller, called = body.get("from", {}), body.get("to", {})
    direction: Direction = "inbound"
    if caller.get("extension"):
        taken = caller.get("taken_from_call_id")
        direction = "outbound" if not called.get("extension") else "" if taken else "internal"
    phone = (caller if direction == "outbound" else called).get("extension", "")
    number = (called if direction == "outbound" else caller).get("number", "")
    common = {
        "direction": direction,
        # A leg passed on names the colleague's phone, not who is outside.
        "number": outside(number) if direction in {"inbound", "outbound"} else "",
        "line": called.get("line_number", "") or caller.get("line_number", ""),
        "extension": phone,
    }
    at = _moment(body["timestamp"])
    state, where = body.get("call_state", ""), body.get("location", "abonent")
    if state == "Connected" and where == "abonent":
        return (Event("answered", at, **common),)
    if state == "Disconnected":
        return (Event("left", at, **common),)
    if state != "Appeared":
        return (Event("queued" if where == "queue" else "offered", at, **common | _NOBODY),)
    if where == "abonent" and phone:
        return (Event("ringing", at, **common),)
    return (Event("queued" if where == "queue" else "offered", at, **common | _NOBODY),)


_NOBODY = {"extension": ""}


def _summary(body: Mapping) -> tuple[Event, ...]:
    """The whole call once more, after it ended: enough even if nothing else arrived."""
    direction = DIRECTIONS.get(body.get("call_direction", ""), "")
    caller, called = body.get("from", {}), body.get("to", {})
    other, ours = (called, caller) if direction == "outbound" else (caller, called)
    ended = _moment(body.get("end_time", ""))
    talked = _moment(body["talk_time"]) if body.get("talk_time", "0") != "0" else None
    answered = body["entry_result"] == "1"
    cause: Cause = "answered" if answered else "no_answer"
    common = {
        "direction": direction,
        "number": outside(other.get("number", "")) if direction != "internal" else "",
        "line": body.get("line_number", ""),
    }
    talked_s = int((ended - talked).total_seconds()) if talked and answered else 0
    ending = Event(
        "ended",
        ended,
        extension=ours.get("extension", ""),
        cause=cause,
        talked_s=max(talked_s, 0),
        **common,
    )
    if body.get("create_time", "0") == "0":
        return (ending,)
    return (Event("offered", _moment(body["create_time"]), **common), ending)


def _moment(seconds: object) -> datetime:
    try:
        return datetime.fromtimestamp(float(plain(seconds)), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unreadable("no moment") from error
