"""Triage: a new inquiry is taken up by its officer."""

from django.db import transaction

from leads.models import Inquiry, Officer, Stage


@transaction.atomic
def accept(inquiry: Inquiry, officer: Officer, *, by, at) -> bool:
    """Give it to this officer and take it up; False when someone took it up first."""
    if inquiry.stage != Stage.NEW or not inquiry.is_open:
        return False
    if inquiry.officer_id != officer.pk:
        inquiry.assign(officer, by=by, at=at, kind="reassigned")
    return inquiry.advance(to=Stage.QUALIFIED, by=by, at=at)
