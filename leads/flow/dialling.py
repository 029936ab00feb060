"""Dialling: somebody presses “Call”, and the exchange is asked to ring."""

from django.db import transaction

from leads import doorbell
from leads.models import Dialling


@transaction.atomic
def dial(phone_e164: str, *, key, by, at) -> Dialling:
    """One row a click, however often it is pressed."""
    row, new = Dialling.ask(phone_e164=phone_e164, key=key, by=by, at=at)
    if new:
        doorbell.ring("leads.dial", row.pk)
    return row
