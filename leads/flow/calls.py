"""Calls: an exchange's event becomes part of its call, and a call nobody heard is owed one back."""

import logging

from django.db import connection, transaction

from leads import doorbell
from leads.models import (
    Activity,
    CalendarDay,
    Call,
    CallBack,
    CallBackAttempt,
    CallEvent,
    Contact,
    Inquiry,
    Line,
    Recording,
    User,
    heard,
    hold_number,
)
from leads.phones import parse_phone
from leads.telephony.exchange.event import is_extension
from leads.telephony.exchange.folding import Folded, fold
from leads.telephony.exchange.hook import Received, Refused
from leads.telephony.exchange.providers import PROVIDERS

log = logging.getLogger(__name__)

# A hook is answered within 300 ms: a call held by another for longer is left to the worker.
WAIT_MS = 150
MISSED_REASONS = {"busy": CallBackAttempt.Reason.BUSY, "failed": CallBackAttempt.Reason.FAILED}


def hear(provider: str, received: Received, *, at) -> CallEvent | None:
    """Keep the raw event for ever; None when it was kept before. Raises Refused for what was
    signed for another call."""
    if CallEvent.objects.bound_to_another(provider, received):
        raise Refused("signed for another call")
    return CallEvent.objects.keep(provider, received, at=at)


def fold_at_once(event: CallEvent, *, at) -> None:
    """So that the call is on the screens now. The event is kept already: whatever goes wrong here
    is left to the worker, and to the sweep."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{WAIT_MS}ms"])
            fold_call(event.provider, event.call_key, at=at)
    except Exception as error:
        log.warning("call event %s is folded later: %s", event.pk, type(error).__name__)
        doorbell.ring("leads.fold", event.pk)


@transaction.atomic
def fold_call(provider: str, exchange_id: str, *, at) -> Call | None:
    """Fold the call anew from all of its events; None for one between two phones of the office."""
    call = Call.of_exchange(provider, exchange_id, at=at)
    # Only now: whoever folded before us has committed, so nothing kept by then is missed.
    rows = list(CallEvent.objects.of_call(provider, exchange_id))
    translate = PROVIDERS[provider].translate
    told = [event for row in rows for event in translate(row.body, row.received_at)]
    CallEvent.objects.filter(pk__in=[row.pk for row in rows], folded_at=None).update(folded_at=at)
    heard_at = max((row.received_at for row in rows), default=at)
    # A word from the call after we gave it up: it lives, or ends as it says itself.
    given_up_at = call.given_up_at if call.given_up_at and call.given_up_at >= heard_at else None
    folded = fold(told, given_up_at=given_up_at)
    if folded.direction == "internal":
        return _put_away(call, at=at)
    _take_over(call, folded, heard_at=heard_at, given_up_at=given_up_at)
    Recording.offer(call, folded.recordings, at=at)
    settle_call(call, at=at)
    return call


def _put_away(call: Call, *, at) -> None:
    """A call between two phones of ours is nobody's business, unless somebody made it his."""
    if call.logged_at is None and call.call_back_id is not None:
        CallBack.release(call, at=at)
    Call.objects.filter(pk=call.pk, logged_at=None, recordings=None).delete()


def _take_over(call: Call, folded: Folded, *, heard_at, given_up_at) -> None:
    """What the exchange says; what an operator logged stays."""
    raw = folded.number
    phone = parse_phone(raw, "RU") if raw and not is_extension(raw) else None
    line = Line.objects.dialled(folded.line)
    notice = folded.announced_at
    if notice is None and line is not None and line.announces_recording:
        notice = folded.started_at if folded.direction == Call.Direction.INBOUND else None
    seen = {
        "direction": folded.direction,
        "state": folded.state,
        "disposition": _disposition(folded),
        "started_at": folded.started_at,
        "answered_at": folded.answered_at,
        "ended_at": folded.ended_at,
        "heard_at": heard_at,
        "given_up_at": given_up_at,
        "notice_given_at": notice,
        "line": line,
        "line_raw": folded.line[:40],
        "ringing": [phone[:12] for phone in folded.ringing],
        "rang": [phone[:12] for phone in folded.rang],
        "inner_number": folded.extension[:12],
        "transfers": [phone[:12] for phone in folded.transfers],
    }
    if call.logged_at is None:
        known = list(Contact.objects.with_phone(phone.e164)[:2]) if phone and phone.e164 else []
        seen |= {
            "phone_raw": raw[:80],
            "phone_e164": (phone.e164 or "") if phone else "",
            "hidden": not raw,
            "contact": known[0] if len(known) == 1 else None,
            "operator": _who_has(folded.extension),
        }
    for name, value in seen.items():
        setattr(call, name, value)
    Call.objects.filter(pk=call.pk).update(**seen)


def _who_has(extension: str) -> User | None:
    return User.objects.filter(extension=extension).first() if extension else None


def _disposition(folded: Folded) -> str:
    """Whoever called in vain while nobody works called out of hours, whatever rang."""
    in_vain = folded.disposition in {"missed", "abandoned"} and folded.direction == "inbound"
    if in_vain and not CalendarDay.office().is_open(folded.started_at):
        return Call.Disposition.OUT_OF_HOURS
    return folded.disposition


@transaction.atomic
def settle_call(call: Call, *, at) -> None:
    """Open, join, release or close what is owed on account of this call. Runs twice alike."""
    if call.state != Call.State.ENDED and not call.answered_at:
        return
    if call.phone_e164:
        hold_number(call.phone_e164)
    if call.owes_call_back and call.call_back_id is None and call.state == Call.State.ENDED:
        CallBack.owe(call, calendar=CalendarDay.office(), at=at)
    answered = call.disposition == Call.Disposition.ANSWERED
    if answered:
        _tell_inquiry(call)
    if answered and call.call_back_id is not None and not call.owes_call_back:
        CallBack.release(call, at=at)
    waiting = CallBack.objects.open().of_number(call.phone_e164).first()
    if waiting is None:
        return
    ours = call.direction == Call.Direction.OUTBOUND and call.state == Call.State.ENDED
    if ours and not answered:
        reason = MISSED_REASONS.get(call.disposition, CallBackAttempt.Reason.NO_ANSWER)
        waiting.attempt(reason=reason, by=call.operator, at=call.ended_at, call=call)
    _close_when_reached(waiting, at=at)


def _tell_inquiry(call: Call) -> None:
    """He and one of ours talked: a contact of his inquiry, and where we rang him the first word
    that was owed, told once. What was promised after they had talked is owed still."""
    inquiry = call.inquiry
    if inquiry is None and call.contact_id and call.logged_at is None:
        inquiry = Inquiry.objects.last_worked_on(call.contact)
    if inquiry is None:
        return
    talked_at = call.answered_at or call.started_at
    inquiry.contacted(at=talked_at)
    ours = call.provider and call.direction == Call.Direction.OUTBOUND
    if not ours or inquiry.opened_at > talked_at:
        return
    told = inquiry.activities.filter(kind=Activity.Kind.CALLED, data__call=call.pk)
    if not told.exists():
        said = {"call": call.pk, "direction": call.direction}
        Activity.objects.record(inquiry, "called", by=call.operator, at=talked_at, **said)
        heard(inquiry, "call", by=call.operator, at=talked_at)


def _close_when_reached(waiting: CallBack, *, at) -> None:
    """Somebody talked with him after he last called in vain."""
    talks = Call.objects.answered_since(waiting.phone_e164, waiting.last_missed_at)
    talk = talks.exclude(call_back=waiting).order_by("started_at").first()
    if talk is not None:
        outcome = CallBack.Outcome
        back = talk.direction == Call.Direction.OUTBOUND
        waiting.close(
            outcome=outcome.REACHED if back else outcome.CALLED_AGAIN, by=talk.operator, at=at
        )
