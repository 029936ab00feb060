"""Checks of the calls: nothing exists only as a call."""

from django.db.models import Exists, OuterRef, Q

from leads.models import (
    TALKS_AT_MOST,
    Call,
    CallBack,
    CallEvent,
    Dialling,
    Inquiry,
    Recording,
)

from .check import GRACE, check

ABOUT_SOMETHING = (Call.Outcome.INQUIRY, Call.Outcome.CONSULTATION)


@check("call ")
def call_without_inquiry(at):
    """A call was about something, and no inquiry holds it."""
    rows = Call.objects.filter(outcome__in=ABOUT_SOMETHING, inquiry=None)
    return rows.values_list("pk", flat=True)


@check("call ")
def call_unknown_class(at):
    """A call ended in no way that we know."""
    logged = Call.objects.logged().exclude(outcome__in=Call.Outcome.values)
    ended = Call.objects.ended().exclude(disposition__in=Call.Disposition.values)
    return (logged | ended).values_list("pk", flat=True)


@check("call ")
def call_orphan(at):
    """A call whose inquiry is gone."""
    rows = Call.objects.filter(inquiry_id__isnull=False)
    return rows.exclude(inquiry_id__in=Inquiry.objects.values("pk")).values_list("pk", flat=True)


@check("call event ")
def call_event_unfolded(at):
    """An exchange told something, and no call holds it."""
    return (
        CallEvent.objects.unfolded().filter(received_at__lt=at - GRACE).values_list("pk", flat=True)
    )


@check("call ")
def call_without_end(at):
    """A call goes on, and for hours nothing was heard of it."""
    rows = Call.objects.going_on().filter(heard_at__lt=at - TALKS_AT_MOST - GRACE)
    return rows.values_list("pk", flat=True)


@check("call ")
def call_unanswered(at):
    """Nobody talked with who called, or he was promised a call, and nobody owes him one."""
    rows = Call.objects.ended().owing_call_back()
    return rows.filter(Q(heard_at=None) | Q(heard_at__lt=at - GRACE)).values_list("pk", flat=True)


@check("call back ")
def call_back_answered(at):
    """A call back is owed to somebody with whom we talked since."""
    talks = Call.objects.exclude(call_back=OuterRef("pk")).filter(
        phone_e164=OuterRef("phone_e164"),
        disposition=Call.Disposition.ANSWERED,
        started_at__gte=OuterRef("last_missed_at"),
    )
    rows = CallBack.objects.open().exclude(phone_e164="").filter(Exists(talks))
    return rows.values_list("pk", flat=True)


@check("call back ")
def call_back_of_nobody(at):
    """A call back is owed, and no call is its reason."""
    return CallBack.objects.open().filter(calls=None).values_list("pk", flat=True)


@check("dialling ")
def dialling_unsettled(at):
    """A call was asked for, and nobody says what became of it."""
    old = at - GRACE
    rows = Dialling.objects.forgotten(old) | Dialling.objects.stuck(old)
    return rows.values_list("pk", flat=True)


@check("recording ")
def recording_without_notice(at):
    """A recording is kept of a caller who was not told."""
    kept = Recording.objects.filter(state=Recording.State.FETCHED, call__notice_given_at=None)
    return kept.values_list("pk", flat=True)


@check("recording ")
def recording_kept_too_long(at):
    """A recording is kept after its term."""
    return Recording.objects.expired(at - GRACE).values_list("pk", flat=True)


@check("recording ")
def recording_late(at):
    """A recording waits, and nobody fetches it."""
    late = Recording.objects.due(at - GRACE).filter(not_before_at__lt=at - GRACE)
    return late.filter(attempts=0).values_list("pk", flat=True)
