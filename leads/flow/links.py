"""Links: an investor who lost his asks for it, and gets it where we know him."""

from django.db import transaction

from leads import doorbell
from leads.models import Activity, Disposition, Inquiry, Message


@transaction.atomic
def send_link(number: str, email: str, *, at) -> None:
    """Send the link of this inquiry to its contact, if this address is his; else nothing at all.

    Once in ten minutes however often it is asked for. Tells nobody what was done.
    """
    kept_out = [Disposition.QUARANTINED, Disposition.SPAM, Disposition.ERASED]
    rows = Inquiry.objects.exclude(disposition__in=kept_out)
    inquiry = rows.filter(number=number, contact__emails__lowered=email.lower()).first()
    if inquiry is None:
        return
    known = inquiry.contact.emails.get(lowered=email.lower())
    letter = Message.plan(
        inquiry,
        Message.Kind.STATUS_LINK,
        key=f"link:{inquiry.pk}:{known.pk}:{int(at.timestamp()) // 600}",
        to=known.address,
        language=inquiry.language,
        at=at,
    )
    if letter is not None:
        Activity.objects.record(inquiry, "link_asked", by=None, at=at)
        doorbell.ring("leads.send", letter.pk)
