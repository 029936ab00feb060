"""Answering: a prepared pack goes to the investor."""

from django.db import transaction

from leads import doorbell
from leads.models import AnswerPack, Message


def plan_pack(inquiry, language: str, *, by, at) -> AnswerPack:
    """Have the next version made; it stands on the page of answers within seconds."""
    pack = AnswerPack.plan(inquiry, language, by=by, at=at)
    doorbell.ring("leads.make_pack", pack.pk)
    return pack


@transaction.atomic
def send_pack(pack: AnswerPack, *, by, at) -> bool:
    """Owe the letter with its link; False when it went already or there is no address to send to.

    The clock of the answer stops when the letter has left, not when it is promised.
    """
    address = pack.inquiry.contact.last_address()
    if not address or not pack.mark_sent(by=by, at=at):
        return False
    letter = Message.plan(
        pack.inquiry,
        Message.Kind.PACK,
        key=f"pack:{pack.pk}",
        to=address,
        language=pack.language,
        at=at,
    )
    doorbell.ring("leads.send", letter.pk)
    return True
