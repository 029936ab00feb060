"""Asterisk: events of its manager interface, sent here one by one by `manage.py listen_ami`.

One call is many channels; `Linkedid`, the id of the oldest, is the call. Which way it goes is told
by the numbers: an inner number has five digits at most. The forwarder signs as the generic exchange
does. `UserEvent(NoticeGiven)` in the dialplan says that the caller was told of the recording, and
`UserEvent(Recording,Url: https://…)` where it lies.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from leads.telephony.exchange.event import Cause, Direction, Event, is_extension, outside
from leads.telephony.exchange.hook import Hook, Received, Unreadable, canonical, kept
from leads.telephony.exchange.providers import generic

EVENTS = frozenset(
    {"Newchannel", "DialBegin", "DialEnd", "QueueCallerJoin", "QueueCallerAbandon", "AgentConnect"}
    | {"Newexten", "Hangup", "UserEvent"}
)
KEPT = (
    *("Event", "Timestamp", "Uniqueid", "Linkedid", "DestUniqueid", "DestLinkedid"),
    *("Channel", "DestChannel", "CallerIDNum", "Exten", "DialStatus", "Interface", "Cause"),
    *("Application", "UserEvent", "Url", "DestExten", "DialString"),
)
ANSWERED = "ANSWER"
# Q.931, as Asterisk writes it.
CAUSES: dict[str, Cause] = {
    **dict.fromkeys(("17",), "busy"),
    **dict.fromkeys(("1", "3", "27", "34", "38", "41", "42", "44", "58"), "failed"),
    **dict.fromkeys(("19", "18", "21"), "no_answer"),
}


def call_of(event: Mapping[str, str]) -> str:
    return event.get("Linkedid") or event.get("DestLinkedid", "")


def matters(event: Mapping[str, str]) -> bool:
    """Whether the forwarder should send it on."""
    name = event.get("Event", "")
    if name not in EVENTS or not call_of(event):
        return False
    if name == "Newchannel":
        return event.get("Uniqueid") == event.get("Linkedid")
    if name == "Newexten":
        return event.get("Application") == "VoiceMail"
    if name == "UserEvent":
        return event.get("UserEvent") in {"NoticeGiven", "Recording"}
    return True


def read(hook: Hook, secrets: Sequence[str], now: datetime) -> Received:
    generic.refuse_strangers(hook, secrets, now)
    body = kept(hook.fields(), KEPT)
    if not matters(body):
        raise Unreadable("an unknown event")
    _moment(body)
    return Received(identity=canonical(body), call=call_of(body), body=body)


def translate(body: Mapping[str, str], heard_at: datetime) -> tuple[Event, ...]:
    return _READERS[body["Event"]](body, _moment(body))


def _newchannel(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    caller, called = body.get("CallerIDNum", ""), body.get("Exten", "")
    inner = (is_extension(caller), is_extension(called))
    direction: Direction = "inbound"
    if inner[0]:
        direction = "internal" if inner[1] else "outbound"
    out = direction == "outbound"
    event = Event(
        "offered",
        at,
        direction=direction,
        number=outside(called if out else caller) if direction != "internal" else "",
        line="" if out or direction == "internal" else called,
        extension=caller if out else "",
    )
    return (event,)


def _phone(channel: str) -> str:
    """PJSIP/101-0000002a, SIP/101 and Local/101@agents-00000001;1 are phone 101."""
    name = channel.partition("/")[2].partition("@")[0].rpartition("-")
    number = name[0] or name[2]
    return number if is_extension(number) else ""


def _dial_begin(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    phone = _phone(body.get("DestChannel", ""))
    return (Event("ringing", at, extension=phone),) if phone else (Event("offered", at),)


def _dial_end(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    phone = _phone(body.get("DestChannel", ""))
    if body.get("DialStatus") == ANSWERED:
        # Outwards the other party answers, and the phone that dialled has the call.
        return (Event("answered", at, extension=phone or _phone(body.get("Channel", ""))),)
    return (Event("left", at, extension=phone),)


def _agent_connect(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    return (Event("answered", at, extension=_phone(body.get("Interface", ""))),)


def _queued(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    return (Event("queued", at),)


def _abandoned(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    return (Event("queued", at, cause="cancelled"),)


def _voicemail(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    return (Event("voicemail", at),)


def _hangup(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    if body.get("Uniqueid") != body.get("Linkedid"):
        return (Event("left", at, extension=_phone(body.get("Channel", ""))),)
    return (Event("ended", at, cause=CAUSES.get(body.get("Cause", ""), "cancelled")),)


def _user_event(body: Mapping[str, str], at: datetime) -> tuple[Event, ...]:
    if body.get("UserEvent") == "NoticeGiven":
        return (Event("announced", at),)
    return (Event("recorded", at, recording=body.get("Url", "")),)


_READERS = {
    "Newchannel": _newchannel,
    "DialBegin": _dial_begin,
    "DialEnd": _dial_end,
    "AgentConnect": _agent_connect,
    "QueueCallerJoin": _queued,
    "QueueCallerAbandon": _abandoned,
    "Newexten": _voicemail,
    "Hangup": _hangup,
    "UserEvent": _user_event,
}


def _moment(body: Mapping[str, str]) -> datetime:
    """The forwarder's stamp, or the manager's own."""
    try:
        return datetime.fromtimestamp(float(body.get("Timestamp", "")), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise Unreadable("no Timestamp") from error
