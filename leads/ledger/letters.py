"""Checks of the letters: each owed one stands in a state that is true."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.json import KT

from leads.models import Activity, ContactEmail, Inquiry, Message

from .check import GRACE, check

State = Message.State


def _numbers(rows):
    return rows.values_list("inquiry__number", flat=True)


@check()
def acknowledgement_missing(at):
    """Live with an e-mail address, and no acknowledgement is owed or sent."""
    addresses = ContactEmail.objects.filter(contact=OuterRef("contact"))
    owed = Message.objects.filter(inquiry=OuterRef("pk"), kind=Message.Kind.RECEIVED)
    rows = Inquiry.objects.live().received_here().filter(Exists(addresses)).exclude(Exists(owed))
    return rows.values_list("number", flat=True)


@check()
def letter_late(at):
    """A planned letter is past its time."""
    return _numbers(Message.objects.due(at - GRACE))


@check()
def letter_stuck(at):
    """A letter is being sent by someone whose lease ran out long ago."""
    return _numbers(Message.objects.stuck(at - GRACE))


@check()
def letter_without_lease(at):
    """A letter is being sent, and nobody holds it."""
    nobody = Q(token=None) | Q(leased_until=None)
    return _numbers(Message.objects.filter(nobody, state=State.SENDING))


@check()
def letter_without_address(at):
    """A letter is addressed to nobody."""
    return _numbers(Message.objects.filter(to_address=""))


@check()
def letter_state_unknown(at):
    """A letter stands in no state of ours."""
    return _numbers(Message.objects.exclude(state__in=State.values))


@check()
def sent_without_try(at):
    """A letter is called sent, and nobody ever tried to send it."""
    return _numbers(Message.objects.filter(state=State.SENT, attempts=0))


@check()
def sent_without_history(at):
    """A letter is called sent, and the history does not know of it."""
    told = _told("letter_sent").filter(at=OuterRef("sent_at"))
    return _numbers(Message.objects.filter(state=State.SENT).exclude(Exists(told)))


@check()
def failed_without_history(at):
    """A letter was given up, and the history does not know of it."""
    rows = Message.objects.filter(state=State.FAILED)
    return _numbers(rows.exclude(Exists(_told("letter_failed", "letter_bounced"))))


@check()
def uncertain_without_history(at):
    """How a letter ended is unknown, and the history does not say so."""
    rows = Message.objects.filter(state=State.UNCERTAIN)
    return _numbers(rows.exclude(Exists(_told("letter_uncertain"))))


def _told(*kinds):
    rows = Activity.objects.filter(inquiry=OuterRef("inquiry"), kind__in=kinds)
    return rows.annotate(letter=KT("data__letter")).filter(letter=OuterRef("kind"))


@check("letter ")
def letter_orphan(at):
    """A letter whose inquiry is gone."""
    known = Inquiry.objects.values("pk")
    return Message.objects.exclude(inquiry_id__in=known).values_list("pk", flat=True)
