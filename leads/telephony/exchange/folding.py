"""A call is a pure function of the set of its events: any order, any repetition, with gaps.

Nothing here remembers what came first. Events are put into one order of their own; where they
contradict each other the earlier one names the parties, and the call lasts until its last ending.
Pure: no Django.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from leads.telephony.exchange.event import Direction, Event

State = Literal["ringing", "talking", "ended"]
Disposition = Literal["", "answered", "missed", "abandoned", "voicemail", "busy", "failed"]


@dataclass(frozen=True, slots=True)
class Folded:
    """`ringing` are the phones that ring now, `rang` all that ever did; `extension` has the call.

    An inner call between two phones of the office comes out as `internal`, and nobody keeps it.
    """

    direction: Direction
    number: str
    line: str
    state: State
    disposition: Disposition
    started_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None
    announced_at: datetime | None
    ringing: tuple[str, ...]
    rang: tuple[str, ...]
    extension: str
    transfers: tuple[str, ...]
    recordings: tuple[str, ...]


def fold(events: Iterable[Event], *, given_up_at: datetime | None = None) -> Folded:
    """`given_up_at` ends a call whose hang-up never came. Raises ValueError without an event."""
    told = sorted(set(events), key=Event.order)
    if not told:
        raise ValueError("A call without an event is none.")
    of_kind = {event.kind: [one for one in told if one.kind == event.kind] for event in told}
    answers, endings = of_kind.get("answered", []), of_kind.get("ended", [])
    starts = of_kind.get("offered") or told
    started_at = starts[0].at
    answered_at = answers[0].at if answers else _reckoned(endings)
    ended_at = endings[-1].at if endings else given_up_at
    if answered_at is not None:
        answered_at = max(answered_at, started_at)
    if ended_at is not None:
        ended_at = max(ended_at, answered_at or started_at)
    direction = _direction(told)
    had = _in_a_row(event.extension for event in answers)
    return Folded(
        direction=direction,
        number=_first(event.number for event in told),
        line=_first(event.line for event in told),
        state="ended" if ended_at else "talking" if answered_at else "ringing",
        disposition=_disposition(of_kind, direction, answered_at) if ended_at else "",
        started_at=started_at,
        answered_at=answered_at,
        ended_at=ended_at,
        announced_at=of_kind["announced"][0].at if "announced" in of_kind else None,
        ringing=() if ended_at else _ringing(told),
        rang=tuple(sorted({one.extension for one in told if one.kind == "ringing"} - {""})),
        extension=had[-1] if had else _first(event.extension for event in endings),
        transfers=tuple(had[1:]),
        recordings=tuple(sorted({one.recording for one in told} - {""})),
    )


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _in_a_row(values: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for value in values:
        if value and kept[-1:] != [value]:
            kept.append(value)
    return kept


def _direction(told: list[Event]) -> Direction:
    """What most concerns the office: a leg between two of its phones may belong to either."""
    said = [event.direction for event in told if event.direction]
    return next((one for one in said if one != "internal"), "internal" if said else "inbound")


def _reckoned(endings: list[Event]) -> datetime | None:
    """When it was answered, from how long they talked, if the answer itself was lost."""
    talks = [one for one in endings if one.cause == "answered"]
    return talks[-1].at - timedelta(seconds=talks[-1].talked_s) if talks else None


def _ringing(told: list[Event]) -> tuple[str, ...]:
    """Phones that began to ring after anybody answered last, and have not stopped."""
    phones: dict[str, None] = {}
    for event in told:
        if event.kind == "answered":
            phones.clear()
        elif event.kind == "ringing":
            phones[event.extension] = None
        elif event.kind == "left":
            phones.pop(event.extension, None)
    return tuple(sorted(phones.keys() - {""}))


def _disposition(
    of_kind: dict[str, list[Event]], direction: Direction, answered_at: datetime | None
) -> Disposition:
    causes = {event.cause for event in of_kind.get("ended", [])}
    if answered_at is not None:
        return "answered"
    if "voicemail" in of_kind:
        return "voicemail"
    for cause in ("busy", "failed"):
        if cause in causes:
            return cause
    if direction == "outbound":
        return "missed"
    gave_up_waiting = "queued" in of_kind and "cancelled" in causes
    return "missed" if "ringing" in of_kind and not gave_up_waiting else "abandoned"
