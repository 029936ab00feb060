"""Checks of the appeals under 59-FZ: the law's terms run until what really happened ends them."""

from django.db.models import Exists, OuterRef, Q

from leads.models import Appeal, Clock, Message
from leads.models.clock import STATUTORY

from .check import check

Event = Clock.Event


def _numbers(rows):
    return rows.values_list("inquiry__number", flat=True)


def _clocks(*kinds):
    return Clock.objects.filter(inquiry=OuterRef("inquiry"), kind__in=kinds)


@check()
def appeal_registration_uncounted(at):
    """An appeal waits to be registered, and no clock counts to it."""
    counted = _clocks(Clock.Kind.REGISTRATION).running()
    return _numbers(Appeal.objects.filter(registered_on=None).exclude(Exists(counted)))


@check()
def appeal_uncounted(at):
    """An appeal is registered, and no clock counts to its answer or says what ended it."""
    really = Q(stopped_at=None) | Q(stop_event__in=[Event.LETTER, Event.PAPER, Event.FORWARDED])
    counted = _clocks(Clock.Kind.STATUTORY).filter(really)
    return _numbers(Appeal.objects.filter(registered_on__isnull=False).exclude(Exists(counted)))


@check()
def appeal_clock_of_none(at):
    """A clock of the law runs, and the inquiry is no appeal."""
    marked = Appeal.objects.filter(inquiry=OuterRef("inquiry"))
    return _numbers(Clock.objects.running().filter(kind__in=STATUTORY).exclude(Exists(marked)))


@check()
def appeal_paused(at):
    """A clock of the law is paused: it waits for nobody."""
    return _numbers(Clock.objects.filter(kind__in=STATUTORY, paused_at__isnull=False))


@check()
def appeal_extended_untold(at):
    """The term of an appeal is extended by a notice that nobody tried to send."""
    return _numbers(
        Appeal.objects.filter(extended_on__isnull=False).filter(_unsent("extension_letter"))
    )


@check()
def appeal_forwarded_untold(at):
    """An appeal counts as forwarded by a notice that nobody tried to send."""
    return _numbers(
        Appeal.objects.filter(forwarded_on__isnull=False).filter(_unsent("forwarding_letter"))
    )


def _unsent(letter: str) -> Q:
    """Without a letter it was said on paper; one that came back has left at least."""
    waits = [Message.State.PLANNED, Message.State.HELD, Message.State.SENDING]
    return Q(**{f"{letter}__state__in": waits, f"{letter}__attempts": 0})


@check()
def appeal_forwarded_for_no_reason(at):
    """A clock ended because the appeal was forwarded, and it was not."""
    forwarded = Appeal.objects.filter(inquiry=OuterRef("inquiry"), forwarded_on__isnull=False)
    return _numbers(Clock.objects.filter(stop_event=Event.FORWARDED).exclude(Exists(forwarded)))


@check()
def appeal_paper_unknown(at):
    """A clock ended by an answer on paper, and nobody knows when it went."""
    answered = Appeal.objects.filter(inquiry=OuterRef("inquiry"), answered_on__isnull=False)
    return _numbers(Clock.objects.filter(stop_event=Event.PAPER).exclude(Exists(answered)))
