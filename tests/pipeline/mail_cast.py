"""Mails that came in and were taken."""

from itertools import count
from pathlib import Path

from leads.mail import take_in
from leads.models import IncomingMail
from tests.world import AT

_uids = count(1)
SAMPLES = Path(__file__).parent.parent / "payloads" / "mail"


def taken(sample: str, inquiry=None, *, anew=False) -> IncomingMail:
    """One of the samples, given to this inquiry when it is said; `anew` makes it another mail."""
    raw = (SAMPLES / f"{sample}.eml").read_bytes()
    raw += b"%d" % next(_uids) if anew else b""
    place = {"mailbox": "b", "uid_validity": 1, "uid": next(_uids)}
    mail = IncomingMail.keep(**place, raw=raw, size=len(raw), at=AT)
    if inquiry is not None:
        own = f"In-Reply-To: {inquiry.messages.get(kind='received').message_id}\r\n".encode()
        IncomingMail.objects.filter(pk=mail.pk).update(raw=own + raw)
    take_in(mail.pk, at=AT)
    mail.refresh_from_db()
    return mail
