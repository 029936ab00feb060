"""A mail that was kept is read and given to its inquiry, in one transaction.

Whose it is: the inquiry of the letter it answers, by Message-ID; else the one whose number stands
in the subject, when its own contact wrote; else the open one of a contact known by the address,
the last worked on; else a new one, of that contact or of a stranger, on the hotline's queue.
"""

import re
from uuid import NAMESPACE_OID, uuid5

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from districts.matching.reading import read as read_need
from leads import flow
from leads.models import Contact, IncomingMail, Inquiry, Message
from leads.models.message import TO_STAFF
from leads.wording import address_of

from .reading import Read, read

Kind = IncomingMail.Kind
_NUMBER = re.compile(r"\bINV-\d{4}-\d{6,12}\b")


@transaction.atomic
def take_in(key: int, *, at) -> bool:
    """False when it was taken in already."""
    mail = IncomingMail.objects.awaiting().select_for_update().filter(pk=key).first()
    if mail is None:
        return False
    said = read(
        bytes(mail.raw),
        own_address=address_of(settings.DEFAULT_FROM_EMAIL),
        cut=mail.size > len(mail.raw),
    )
    if said.kind == Kind.BOUNCE and not mail.by_hand:
        return _came_back(mail, said, at=at)
    inquiry, answered = _thread(said)
    if mail.by_hand or said.kind == Kind.LETTER:
        return _arrived(mail, said, inquiry, answered, at=at)
    return mail.take(said, inquiry=inquiry, answers=answered, at=at)


def _came_back(mail: IncomingMail, said: Read, *, at) -> bool:
    letter = Message.objects.filter(message_id__in=said.bounce.letters).order_by("-pk").first()
    if letter is not None and said.bounce.final:
        letter.bounced(said.bounce.cause, at=at)
    return mail.take(said, inquiry=letter and letter.inquiry, answers=letter, at=at)


def _thread(said: Read) -> tuple[Inquiry | None, Message | None]:
    """Whose it is by the letters it answers, or by the number in its subject."""
    letters = Message.objects.exclude(kind__in=TO_STAFF).select_related("inquiry")
    letter = letters.filter(message_id__in=said.references).order_by("-pk").first()
    if letter is not None:
        return letter.inquiry, letter
    earlier = IncomingMail.objects.filter(message_id__in=said.references, inquiry__isnull=False)
    mail = earlier.select_related("inquiry").order_by("-pk").first()
    if mail is not None:
        return mail.inquiry, None
    # A number can be guessed: it counts only from an address of that very investor.
    numbers = Inquiry.objects.filter(number__in=_NUMBER.findall(said.subject))
    theirs = Q(investor__contacts__emails__lowered=said.from_address.lower())
    return numbers.filter(theirs).order_by("-pk").first(), None


def _arrived(mail, said: Read, inquiry, answered, *, at) -> bool:
    said = said.as_letter()
    if inquiry is None and said.from_address:
        inquiry = _open_one(said.from_address)
    if inquiry is not None:
        return mail.take(said, inquiry=inquiry, answers=answered, at=at)
    if not said.from_address and not mail.by_hand:
        # Nobody could be answered: it waits for somebody to look.
        return mail.take(said, inquiry=None, at=at)
    return mail.take(said, inquiry=_opened(mail, said, at=at), at=at, opened=True)


def _open_one(address: str) -> Inquiry | None:
    rows = Inquiry.objects.open().filter(contact__emails__lowered=address.lower())
    return rows.order_by("-last_activity_at", "-pk").first()


def _opened(mail, said: Read, *, at) -> Inquiry:
    known = Contact.objects.filter(emails__lowered=said.from_address.lower())
    text = "\n\n".join(filter(None, [said.subject, said.text])) or "—"
    need = read_need(text)
    return flow.open_inquiry(
        channel=Inquiry.Channel.EMAIL,
        asked=flow.Asked(
            text=text,
            figures=need.need.confident(),
            suggested=flow.suggestion(need),
            kind=need.kind,
            language=said.language,
        ),
        person=flow.Person(name=said.from_name, email=said.from_address),
        contact=known.order_by("-pk").first() if said.from_address else None,
        request_key=uuid5(NAMESPACE_OID, f"mail:{mail.identity}"),
        at=at,
    )
