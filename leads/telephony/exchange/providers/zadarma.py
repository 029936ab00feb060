"""Zadarma: form posts, one a moment of the call. After its published PHP client (user-api-v1).

The signature is base64 of the hexadecimal HMAC-SHA1 over two or three fields of the event, not over
the body: it does not cover the event's name, the call's id or how the call ended. So one signed
string counts once for each event, and for one call only; a captured hook with other fields does
nothing. Only calls from withheld numbers are not bound so: two of them may begin in one second.
There is no moment of sending: `call_start` (in the account's time zone, taken for Moscow's) may be
a day old, and the moment of arrival counts for what names none.
Not tried on a live account: whether and how often a hook is repeated is not documented.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from leads.telephony.exchange.event import Cause, Direction, Event, outside
from leads.telephony.exchange.hook import (
    Hook,
    Received,
    Refused,
    Unreadable,
    kept,
    one_of,
    refuse_stale,
)

ZONE = ZoneInfo("Europe/Moscow")
CALL_AT_MOST = timedelta(hours=24)

SIGNED = {
    "NOTIFY_START": ("caller_id", "called_did", "call_start"),
    "NOTIFY_INTERNAL": ("caller_id", "called_did", "call_start"),
    "NOTIFY_END": ("caller_id", "called_did", "call_start"),
    "NOTIFY_IVR": ("caller_id", "called_did", "call_start"),
    "NOTIFY_ANSWER": ("caller_id", "destination", "call_start"),
    "NOTIFY_OUT_START": ("internal", "destination", "call_start"),
    "NOTIFY_OUT_END": ("internal", "destination", "call_start"),
    "NOTIFY_RECORD": ("pbx_call_id", "call_id_with_rec"),
}
KEPT = (
    *("event", "call_start", "pbx_call_id", "caller_id", "called_did", "destination", "internal"),
    *("duration", "disposition", "is_recorded", "call_id_with_rec"),
)
CAUSES: dict[str, Cause] = {
    "answered": "answered",
    "busy": "busy",
    "cancel": "cancelled",
    "no answer": "no_answer",
}


def handshake(query: Mapping[str, str]) -> str | None:
    """What the check of the address wants to hear, or None."""
    echo = query.get("zd_echo", "")
    return echo if re.fullmatch(r"[A-Za-z0-9._-]{1,128}", echo) else None


def read(hook: Hook, secrets: Sequence[str], now: datetime) -> Received:
    form = hook.form()
    event = form.get("event", "")
    if event not in SIGNED:
        raise Unreadable("an unknown event")
    text = "".join(form.get(name, "") for name in SIGNED[event])
    if not one_of(secrets, hook.headers.get("signature", ""), lambda key: signature(key, text)):
        raise Refused("the signature is wrong")
    body = kept(form, KEPT)
    if "pbx_call_id" not in body:
        raise Unreadable("no pbx_call_id")
    if event != "NOTIFY_RECORD":
        refuse_stale(_moment(body.get("call_start", "")), now, past=CALL_AT_MOST)
    # One signed string stands for several phones that ring, and for nothing else twice.
    phone = body.get("internal", "") if event in {"NOTIFY_INTERNAL", "NOTIFY_ANSWER"} else ""
    named = event == "NOTIFY_RECORD" or "_OUT_" in event or outside(body.get("caller_id", ""))
    return Received(
        identity=f"{event} {body['pbx_call_id']} {text} {phone}",
        call=body["pbx_call_id"],
        body=body,
        bound_to=text if named else "",
    )


def signature(secret: str, text: str) -> str:
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha1).hexdigest()
    return base64.b64encode(digest.encode()).decode()


def translate(body: Mapping[str, str], heard_at: datetime) -> tuple[Event, ...]:
    event, phone = body["event"], body.get("internal", "")
    out: Direction = "outbound" if "_OUT_" in event else "inbound"
    number = body.get("destination" if out == "outbound" else "caller_id", "")
    common = {
        "direction": out,
        "number": outside(number),
        "line": body.get("called_did", "") if out == "inbound" else body.get("caller_id", ""),
    }
    if event == "NOTIFY_RECORD":
        return (Event("recorded", heard_at, recording=body.get("call_id_with_rec", "")),)
    started = _moment(body["call_start"])
    offered = Event("offered", started, **common)
    if event in {"NOTIFY_START", "NOTIFY_IVR"}:
        return (offered,)
    if event == "NOTIFY_OUT_START":
        return (offered, Event("ringing", started, extension=phone, **common))
    if event == "NOTIFY_INTERNAL":
        return (offered, Event("ringing", heard_at, extension=phone, **common))
    if event == "NOTIFY_ANSWER":
        # `destination` is the phone that answered, not our line.
        return (offered, Event("answered", heard_at, extension=phone, **common))
    duration = body.get("duration", "")
    ending = Event(
        "ended",
        max(heard_at, started),
        extension=phone,
        cause=CAUSES.get(body.get("disposition", ""), "failed"),
        talked_s=int(duration) if duration.isascii() and duration.isdigit() else 0,
        **common,
    )
    return (offered, ending)


def _moment(call_start: str) -> datetime:
    try:
        moment = datetime.fromisoformat(call_start)
        return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)
    except ValueError as error:
        raise Unreadable("call_start is no moment") from error
