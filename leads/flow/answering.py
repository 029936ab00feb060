"""Answering: a prepared pack goes to the investor."""

from django.db import transaction

from leads import doorbell, wording
from leads.models import AnswerPack, Message


def plan_pack(inquiry, language: str, *, by, at) -> AnswerPack:
    """Have the next version made; it stands on the page of answers within seconds."""
    pack = AnswerPack.plan(inquiry, language, by=by, at=at)
    doorbell.ring("leads.make_pack", pack.pk)
    return pack


@transaction.atomic
def send_pack(pack: AnswerPack, *, by, at) -> Message | None:
    """Owe the letter with its link, held for undo like any that a person writes; None when it went
    before, is not made, or there is no address. The clock of the answer stops when it has left.
    """
    address = pack.inquiry.contact.last_address()
    if not address or pack.made_at is None or pack.sent_at is not None:
        return None
    words = wording.draft(pack.inquiry, Message.Kind.PACK)
    letter = Message.write(
        pack.inquiry,
        Message.Kind.PACK,
        key=f"pack-{pack.pk}",
        to=address,
        subject=words.subject,
        body=words.body,
        by=by,
        at=at,
    )
    pack.send_by(letter)
    return letter
