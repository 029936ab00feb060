"""What is owed for an inquiry that is let in: first promises, acknowledgement, answer, officer."""

from django.db import transaction

from leads import doorbell
from leads.models import AnswerPack, CalendarDay, FollowUp, Inquiry, Message, Quarantine
from leads.models.clock_starting import start_first

from .matching import match


@transaction.atomic
def release(held: Quarantine, *, by, at) -> bool:
    """Let it in from quarantine with all that is owed, the clocks starting now; False when it was
    settled meanwhile."""
    if not held.let_in(by=by, at=at):
        return False
    inquiry = held.inquiry
    match(inquiry, at=at)
    owe(inquiry, "", by=by, at=at)
    return True


def owe(inquiry: Inquiry, address: str, *, by, at) -> None:
    steps = _promise(inquiry, by=by, at=at)
    start_first(inquiry, steps, acknowledged=_acknowledge(inquiry, address, at=at), at=at)
    if inquiry.channel == Inquiry.Channel.WEB and not inquiry.answer_packs.all():
        pack = AnswerPack.plan(inquiry, inquiry.language, by=None, at=at)
        doorbell.ring("leads.make_pack", pack.pk)
    doorbell.ring("leads.route", inquiry.pk)


def _promise(inquiry: Inquiry, *, by, at) -> tuple[FollowUp, FollowUp]:
    calendar = CalendarDay.office()
    first, answer = (
        FollowUp.promise(inquiry, kind, calendar=calendar, by=by, at=at)
        for kind in (FollowUp.Kind.FIRST_CONTACT, FollowUp.Kind.SUBSTANTIVE_REPLY)
    )
    Inquiry.objects.filter(pk=inquiry.pk).update(promised_at=first.due_at)
    return first, answer


def _acknowledge(inquiry: Inquiry, given: str, *, at) -> bool:
    """Owe the acknowledgement, to the address given now or else the last one known; whether so.

    Without any the first contact by phone is it.
    """
    address = given or inquiry.contact.last_address()
    letter = address and Message.plan(
        inquiry,
        Message.Kind.RECEIVED,
        key=f"received:{inquiry.pk}",
        to=address,
        language=inquiry.language,
        at=at,
    )
    if letter:
        doorbell.ring("leads.send", letter.pk)
    return bool(letter)
