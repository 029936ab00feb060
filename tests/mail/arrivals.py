"""Mails as the hotline's mailbox brought them, kept and taken in."""

from datetime import timedelta
from itertools import count
from pathlib import Path

from leads.mail import take_in
from leads.models import IncomingMail
from tests.mail.letters import mail
from tests.world import AT

PAYLOADS = Path(__file__).parent.parent / "payloads" / "mail"
SOON = AT + timedelta(minutes=5)
_uids = count(1)


def kept(raw=None, **words):
    raw = mail(**words) if raw is None else raw
    place = {"mailbox": "b", "uid_validity": 1, "uid": next(_uids)}
    return IncomingMail.keep(**place, raw=raw, size=len(raw), at=SOON)


def taken(raw=None, at=SOON, **words):
    row = kept(raw, **words)
    assert take_in(row.pk, at=at)
    row.refresh_from_db()
    return row


def sample(name, ours=""):
    """The bytes of one, as an answer to our letter of this Message-ID."""
    raw = (PAYLOADS / f"{name}.eml").read_bytes()
    return raw.replace(b"<ours-1@hotline.example>", ours.encode()) if ours else raw


def step(inquiry):
    return inquiry.follow_ups.open().filter(kind="reply")
