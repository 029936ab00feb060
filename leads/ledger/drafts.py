"""Checks of the desk's drafts: what was typed and never saved is nobody's inquiry yet."""

from datetime import timedelta

from leads.models import DeskDraft

from .check import check

# An operator finishes a parked call the same day.
FORGOTTEN_AFTER = timedelta(hours=24)


@check("draft ")
def draft_forgotten(at):
    """A call typed at the desk and never saved, untouched for a day."""
    return DeskDraft.objects.forgotten(at - FORGOTTEN_AFTER).values_list("pk", flat=True)
