"""Checks of the next steps: every open inquiry has one, and no other does."""

from django.db.models import Exists, F, OuterRef, Subquery

from leads.models import FollowUp, Inquiry, Stage

from .check import GRACE, check, differ


def _open_steps():
    return FollowUp.objects.open().filter(inquiry=OuterRef("pk")).order_by("due_at")


def _numbers(rows):
    return rows.values_list("number", flat=True)


@check()
def without_step(at):
    """Open, and nobody has promised anything."""
    return _numbers(Inquiry.objects.open().exclude(Exists(_open_steps())))


@check()
def next_due_wrong(at):
    """Open, and its next moment is not that of its earliest step."""
    earliest = Subquery(_open_steps().values("due_at")[:1])
    return _numbers(Inquiry.objects.open().filter(differ(F("next_due_at"), earliest)))


@check()
def closed_with_step(at):
    """Closed or not live, and a step is still open that is no look after a won project."""
    steps = _open_steps().exclude(kind=FollowUp.Kind.AFTERCARE, inquiry__stage=Stage.WON)
    return _numbers(Inquiry.objects.closed().filter(Exists(steps)))


@check()
def closed_with_next_due(at):
    """Closed or not live, and a next moment still stands."""
    return _numbers(Inquiry.objects.closed().filter(next_due_at__isnull=False))


@check()
def step_of_another(at):
    """An open step belongs to someone else than the inquiry's officer."""
    rows = FollowUp.objects.open().filter(differ(F("owner"), F("inquiry__officer")))
    return rows.values_list("inquiry__number", flat=True)


@check()
def late_without_reminder(at):
    """A step is late, and its owner was not told."""
    rows = FollowUp.objects.awaiting_reminder(at - GRACE)
    return rows.values_list("inquiry__number", flat=True)


@check()
def first_contact_missing(at):
    """Live, and the first contact was never promised."""
    return _never_promised(FollowUp.Kind.FIRST_CONTACT)


@check()
def answer_missing(at):
    """Live, and an answer with places was never promised."""
    return _never_promised(FollowUp.Kind.SUBSTANTIVE_REPLY)


def _never_promised(kind):
    promised = FollowUp.objects.filter(inquiry=OuterRef("pk"), kind=kind)
    return _numbers(Inquiry.objects.live().received_here().filter(~Exists(promised)))


@check("step ")
def step_orphan(at):
    """A step whose inquiry is gone."""
    known = Inquiry.objects.values("pk")
    return FollowUp.objects.exclude(inquiry_id__in=known).values_list("pk", flat=True)
