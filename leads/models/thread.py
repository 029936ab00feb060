"""What was written to and fro in one matter, by Message-ID."""

from .incoming_mail import IncomingMail
from .message import TO_STAFF, Message

# The first holds the thread together, the newest say where it stands.
NAMED_AT_MOST = 20


def thread(message: Message) -> list[str]:
    """Message-IDs of what was written before this letter, the newest last; none to staff."""
    if message.kind in TO_STAFF:
        return []
    rows = Message.objects.to_investor().filter(inquiry=message.inquiry_id)
    rows = rows.filter(planned_at__lte=message.planned_at, to_address=message.to_address)
    rows = rows.filter(state__in=[Message.State.SENT, Message.State.UNCERTAIN])
    found = list(rows.exclude(pk=message.pk).values_list("planned_at", "pk", "message_id"))
    mails = IncomingMail.objects.filter(inquiry=message.inquiry_id, kind=IncomingMail.Kind.LETTER)
    mails = mails.filter(stored_at__lte=message.planned_at).exclude(message_id="")
    found += mails.values_list("stored_at", "pk", "message_id")
    names = [name for _moment, _pk, name in sorted(found)]
    return names if len(names) <= NAMED_AT_MOST else [names[0], *names[1 - NAMED_AT_MOST :]]
