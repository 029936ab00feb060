"""Checks of the clocks: each promise has its own, and none sleeps, runs on or stopped by itself."""

from django.db.models import CharField, Exists, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat

from leads.models import Activity, CallBack, Clock, Inquiry, Message, Told

from .check import GRACE, check


def _numbers(rows):
    return rows.values_list("number", flat=True)


def _of_inquiry(*kinds):
    return Clock.objects.filter(inquiry=OuterRef("pk"), kind__in=kinds)


def _inquiries(clocks):
    return clocks.exclude(inquiry=None).values_list("inquiry__number", flat=True)


def _uncounted(kind):
    rows = Inquiry.objects.live().received_here()
    return _numbers(rows.exclude(Exists(_of_inquiry(kind))))


@check()
def first_contact_uncounted(at):
    """Live, and no clock counts to the first contact."""
    return _uncounted("first_contact")


@check()
def answer_uncounted(at):
    """Live, and no clock counts to the full answer."""
    return _uncounted("substantive_reply")


@check()
def clock_untold(at):
    """A term asked to be told of, and nobody was."""
    return _inquiries(Clock.objects.due(at - GRACE))


@check()
def clock_asleep(at):
    """A clock runs, has more to tell, and no moment for it."""
    more = Clock.objects.running().filter(told__lt=Told.HEAD_AGAIN, next_at=None)
    return _inquiries(more)


@check()
def clock_at_odds(at):
    """A clock is not as its inquiry demands."""
    rows = Clock.objects.at_odds(at).filter(inquiry__last_activity_at__lt=at - GRACE)
    return _inquiries(rows)


@check()
def stopped_by_no_letter(at):
    """A letter stopped a clock, and none went out at that moment."""
    sent = Message.objects.filter(inquiry=OuterRef("inquiry"), sent_at=OuterRef("stopped_at"))
    rows = Clock.objects.filter(stop_event=Clock.Event.LETTER)
    return _inquiries(rows.exclude(Exists(sent)))


@check()
def clock_told_untold(at):
    """A clock told that it is late, and the history does not know of it."""
    told = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind="clock_late")
    rows = Clock.objects.filter(told__gte=Told.LATE)
    return _inquiries(rows.exclude(Exists(told.filter(at=OuterRef("told_at")))))


@check("clock ")
def clock_orphan(at):
    """A clock whose inquiry is gone."""
    known = Inquiry.objects.values("pk")
    lost = Clock.objects.exclude(inquiry=None).exclude(inquiry_id__in=known)
    return lost.values_list("pk", flat=True)


def _of_call_backs():
    """Those of the clocks that count to a call back, and have no inquiry."""
    return Clock.objects.filter(kind=Clock.Kind.CALL_BACK, inquiry=None)


def _open_call_backs():
    """Each with the subject under which its clock runs."""
    subject = Concat(Value("call_back:"), Cast("pk", CharField()))
    return CallBack.objects.open().annotate(clock_subject=subject)


@check("call back ")
def call_back_uncounted(at):
    """A call back is owed, and no clock counts to it."""
    running = _of_call_backs().running().filter(subject=OuterRef("clock_subject"))
    return _open_call_backs().exclude(Exists(running)).values_list("pk", flat=True)


@check("clock ")
def call_back_counted_on(at):
    """A clock counts to a call back that nobody owes any more."""
    owed = _open_call_backs().filter(clock_subject=OuterRef("subject"))
    return _of_call_backs().running().exclude(Exists(owed)).values_list("pk", flat=True)


@check("clock ")
def call_back_untold(at):
    """The clock of a call back had something to tell, or has no moment for it."""
    asleep = Q(next_at=None, told__lt=Told.HEAD_AGAIN)
    rows = _of_call_backs().running().filter(Q(next_at__lte=at - GRACE) | asleep)
    return rows.values_list("pk", flat=True)
