"""Checks of the morning letters: each person who wants one has the next one planned."""

from django.db.models import Max

from leads.models import Digest

from .check import GRACE, check


@check("digest ")
def digest_late(at):
    """A morning letter is past its time."""
    return Digest.objects.due(at - GRACE).values_list("pk", flat=True)


@check("digest ")
def digest_stuck(at):
    """A morning letter is being sent by someone whose lease ran out long ago."""
    return Digest.objects.stuck(at - GRACE).values_list("pk", flat=True)


@check("digest ")
def digest_sent_without_try(at):
    """A morning letter is called sent, and nobody ever tried to send it."""
    rows = Digest.objects.filter(state=Digest.State.SENT, attempts=0)
    return rows.values_list("pk", flat=True)


@check("user ")
def digest_unplanned(at):
    """Somebody wants a morning letter, had one before, and none is planned."""
    people = Digest.awaited().annotate(last=Max("digests__settled_at"))
    return people.filter(last__lt=at - GRACE).values_list("pk", flat=True)
