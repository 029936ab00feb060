"""Any exchange that can post three events: newCall, answer, hangup, as JSON or as a form.

The shape is that of Zammad's generic CTI, so what speaks to it speaks to us: `event`, `callId`,
`from`, `to`, `direction` (in, out), `user` (phones that ring: a text or a list), `queue`,
`answeringNumber`, `cause`. We read three more where they are sent: `at` (ISO 8601), `notice` (true:
the caller was told of the recording), and the event `recording` with `recordingUrl`.

Who sends proves it by `Authorization: Bearer <secret>`, or better by `X-Signature`: hexadecimal
HMAC-SHA256 of "<X-Timestamp>.<body>", the moment in seconds since 1970 within five minutes of ours.
"""

import hashlib
import hmac
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from leads.telephony.exchange.event import Cause, Direction, Event, outside
from leads.telephony.exchange.hook import (
    Hook,
    Received,
    Refused,
    Unreadable,
    canonical,
    kept,
    one_of,
    refuse_stale,
)

KEPT = (
    *("event", "callId", "from", "to", "direction", "user", "queue", "answeringNumber", "cause"),
    *("at", "recordingUrl"),
)
EVENTS = {"newCall", "answer", "hangup", "recording"}
CAUSES: dict[str, Cause] = {
    "normalClearing": "",
    "busy": "busy",
    "cancel": "cancelled",
    "noAnswer": "no_answer",
    "congestion": "failed",
    "notFound": "failed",
}


def read(hook: Hook, secrets: Sequence[str], now: datetime) -> Received:
    refuse_strangers(hook, secrets, now)
    given = hook.fields()
    body = kept(given, KEPT)
    if given.get("notice") in (True, "true", "1", "yes"):
        body["notice"] = "yes"
    if body.get("event") not in EVENTS:
        raise Unreadable("an unknown event")
    if "callId" not in body:
        raise Unreadable("no callId")
    if "at" in body:
        _moment(body["at"])
    return Received(identity=canonical(body), call=body["callId"], body=body)


def refuse_strangers(hook: Hook, secrets: Sequence[str], now: datetime) -> None:
    """By a signature where one is sent, else by the secret itself."""
    given, stamp = hook.headers.get("x-signature", ""), hook.headers.get("x-timestamp", "")
    if given or stamp:
        if not one_of(secrets, given, lambda secret: signature(secret, stamp, hook.body)):
            raise Refused("the signature is wrong")
        if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 11):
            raise Refused("stale")
        return refuse_stale(datetime.fromtimestamp(int(stamp), UTC), now)
    scheme, _, token = hook.headers.get("authorization", "").partition(" ")
    if scheme != "Bearer" or not one_of(secrets, token, lambda secret: secret):
        raise Refused("the token is wrong")


def signature(secret: str, stamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def translate(body: Mapping[str, str], heard_at: datetime) -> tuple[Event, ...]:
    event, at = body["event"], _moment(body["at"]) if "at" in body else heard_at
    told = (Event("announced", at),) if body.get("notice") else ()
    if event == "recording":
        return (*told, Event("recorded", at, recording=body.get("recordingUrl", "")))
    ways: dict[str, Direction] = {"in": "inbound", "out": "outbound"}
    direction = ways.get(body.get("direction", ""), "")
    out = direction == "outbound"
    common = {
        "direction": direction,
        "number": outside(body.get("to" if out else "from", "")),
        "line": body.get("from" if out else "to", ""),
    }
    phones = [phone.strip() for phone in body.get("user", "").split(",") if phone.strip()]
    if event == "newCall":
        rings = tuple(Event("ringing", at, extension=phone, **common) for phone in phones)
        waits = (Event("queued", at, **common),) if "queue" in body else ()
        return (*told, Event("offered", at, **common), *waits, *rings)
    phone = body.get("answeringNumber", "") or (phones[0] if len(phones) == 1 else "")
    if event == "answer":
        kind = "voicemail" if "voicemail" in phone.lower() else "answered"
        return (*told, Event(kind, at, extension=phone, **common))
    if body.get("cause") == "forwarded":
        return (*told, Event("left", at, extension=phone, **common))
    cause = CAUSES.get(body.get("cause", ""), "")
    return (*told, Event("ended", at, cause=cause, **common))


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("`at` is no moment") from error
    if moment.tzinfo is None:
        raise Unreadable("`at` names no time zone")
    return moment.astimezone(UTC)
