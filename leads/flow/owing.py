"""What is owed for an inquiry that is let in: first promises, acknowledgement, answer, officer."""

from django.db import transaction

from leads import doorbell
from leads.models import AnswerPack, CalendarDay, FollowUp, Inquiry, Message, Quarantine

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
    _promise(inquiry, by=by, at=at)
    _acknowledge(inquiry, address, at=at)
    if inquiry.channel == Inquiry.Channel.WEB and not inquiry.answer_packs.all():
        pack = AnswerPack.plan(inquiry, inquiry.language, by=None, at=at)
        doorbell.ring("leads.make_pack", pack.pk)
    doorbell.ring("leads.route", inquiry.pk)


def _promise(inquiry: Inquiry, *, by, at) -> None:
    calendar = CalendarDay.office()
    first = FollowUp.promise(inquiry, FollowUp.Kind.FIRST_CONTACT, calendar=calendar, by=by, at=at)
    FollowUp.promise(inquiry, FollowUp.Kind.SUBSTANTIVE_REPLY, calendar=calendar, by=by, at=at)
    Inquiry.objects.filter(pk=inquiry.pk).update(promised_at=first.due_at)


def _acknowledge(inquiry: Inquiry, given: str, *, at) -> None:
    """Owe the acknowledgement, to the address given now or else the last one known.

    Without any the first contact by phone is it.
    """
    address = given or inquiry.contact.last_address()
    if address:
        letter = Message.plan(
            inquiry,
            Message.Kind.RECEIVED,
            key=f"received:{inquiry.pk}",
            to=address,
            language=inquiry.language,
            at=at,
        )
        if letter is not None:
            doorbell.ring("leads.send", letter.pk)
