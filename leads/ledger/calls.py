"""Checks of the calls: nothing exists only as a call."""

from leads.models import Call, Inquiry

from .check import check

ABOUT_SOMETHING = (Call.Outcome.INQUIRY, Call.Outcome.CONSULTATION)


@check("call ")
def call_without_inquiry(at):
    """A call was about something, and no inquiry holds it."""
    rows = Call.objects.filter(outcome__in=ABOUT_SOMETHING, inquiry=None)
    return rows.values_list("pk", flat=True)


@check("call ")
def call_unknown_class(at):
    """A call ended in no way that we know."""
    return Call.objects.exclude(outcome__in=Call.Outcome.values).values_list("pk", flat=True)


@check("call ")
def call_orphan(at):
    """A call whose inquiry is gone."""
    rows = Call.objects.filter(inquiry_id__isnull=False)
    return rows.exclude(inquiry_id__in=Inquiry.objects.values("pk")).values_list("pk", flat=True)
