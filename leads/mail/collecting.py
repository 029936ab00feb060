"""Keeps what lies in the mailbox: stored and committed first, only then put away on the server.

Killed anywhere, a mail is still on the server or kept here, and kept once: its place on the server
and what its sender wrote are both unique.
"""

import imaplib
import logging

from django.conf import settings
from django.db import connection

from leads import doorbell
from leads.models import IncomingMail, MailboxState

from .box import Box, Refused

log = logging.getLogger(__name__)
# How many one look takes; the rest wait for the next.
AT_ONCE = 50


def collect(*, now) -> int:
    """How many mails were kept; `now` reads the clock. A server's fault is noted, never raised."""
    if not settings.IMAP or not _alone():
        return 0
    try:
        with Box(**settings.IMAP) as box:
            kept = sum(_keep(box, uid, now=now) for uid in box.waiting()[:AT_ONCE])
    except (OSError, Refused, imaplib.IMAP4.error) as error:
        log.warning("the mailbox does not answer: %s", type(error).__name__)
        MailboxState.failed(error, at=now())
        return 0
    finally:
        _let_others()
    MailboxState.answered(at=now())
    return kept


def _keep(box: Box, uid: int, *, now) -> bool:
    """One mail; a bad one stays where it lies and stops no other."""
    mail = None
    try:
        if not IncomingMail.known(box.name, box.uid_validity, uid):
            raw, size = box.fetch(uid)
            place = {"mailbox": box.name, "uid_validity": box.uid_validity, "uid": uid}
            mail = IncomingMail.keep(**place, raw=raw, size=size, at=now())
            if mail is not None:
                doorbell.ring("leads.take_in", mail.pk)
        box.put_away(uid)
    except Refused as refusal:
        log.warning("the mail server refused %s for mail %s", refusal, uid)
    return mail is not None


def _alone() -> bool:
    """One look at a time; the lock ends with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext('leads.mail'))")
        return cursor.fetchone()[0]


def _let_others() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_unlock(hashtext('leads.mail'))")
