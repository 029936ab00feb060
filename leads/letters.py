"""Renders and sends letters. Only tasks call it: a request never waits for a mail server.

Claim, commit, send, commit: an ending that the mail server did not confirm becomes its own state.
"""

import smtplib
from contextlib import suppress

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from leads import wording
from leads.models import Message, StatusLink
from leads.models.message import TO_STAFF
from leads.models.thread import thread
from leads.smtp import EndingUnknown, Refused, TooLate, hand_over


def deliver(message: Message, *, at, now, draw=None) -> str:
    """Send one letter if it is still ours to send; the state it ends in. `now` reads the clock,
    `draw` makes the letter of what is no letter to an investor."""
    if not message.claim(at=at):
        return message.state
    connection = get_connection()
    try:
        letter = (draw or render)(message)
        connection.open()
    except Exception as error:
        # Nothing has left the house yet, whatever the cause: try again later, then set aside.
        message.not_sent(f"{type(error).__name__}: {error}", at=now(), final=False)
    else:
        _send(message, letter, connection, now)
    finally:
        # How it says good-bye changes nothing any more.
        with suppress(OSError, smtplib.SMTPException):
            connection.close()
    message.refresh_from_db()
    return message.state


def _send(message, letter, connection, now) -> None:
    smtp = getattr(connection, "connection", None)
    try:
        if isinstance(smtp, smtplib.SMTP):
            content = letter.message().as_bytes(linesep="\r\n")
            sender = wording.address_of(settings.DEFAULT_FROM_EMAIL)
            ours = {"still_ours": lambda: message.in_time(at=now())}
            hand_over(smtp, sender, message.to_address, content, **ours)
        elif message.in_time(at=now()):
            connection.send_messages([letter])
        else:
            raise TooLate("its lease was over")
    except Refused as no:
        message.not_sent(str(no), at=now(), final=no.final)
    except EndingUnknown:
        message.ended_unknown(at=now())
    except Exception as error:
        # The body was not on its way yet.
        message.not_sent(f"{type(error).__name__}: {error}", at=now(), final=False)
    else:
        message.sent(at=now())


def render(message: Message) -> EmailMultiAlternatives:
    """The letter in the reader's language, its plain text first."""
    inquiry, language = message.inquiry, message.language
    with translation.override(language):
        facts = wording.facts(inquiry, language) | {"status_url": _status_url(message)}
        words = _words(message, facts)
        to_staff = message.kind in TO_STAFF
        facts["to_district"] = message.kind.startswith("referral")
        writer = message.written_by or (None if to_staff else facts["officer"])
        text = wording.full_text(words.body, facts, writer=writer, to_staff=to_staff)
        letter = EmailMultiAlternatives(
            subject=words.subject,
            body=text,
            from_email=wording.sender(writer, language),
            to=[message.to_address],
            reply_to=[settings.DEFAULT_FROM_EMAIL],
            headers=_headers(message),
        )
        html = {"text": text, "title": words.subject, "language": language}
        letter.attach_alternative(render_to_string("letters/letter.html", html), "text/html")
        return letter


def _words(message, facts) -> wording.Words:
    if message.written_by_id:
        return wording.Words(message.subject, message.body)
    return wording.words(message.kind, facts)


def _headers(message) -> dict[str, str]:
    """What makes it one thread at the reader's, and says what no person wrote."""
    headers = {"Message-ID": message.message_id}
    if not message.written_by_id:
        headers["Auto-Submitted"] = "auto-generated"
    if earlier := thread(message):
        headers |= {"In-Reply-To": earlier[-1], "References": " ".join(earlier)}
    return headers


def _status_url(message: Message) -> str:
    """Letters to the investor bear the link to his page, each one of its own."""
    if message.kind in TO_STAFF:
        return ""
    secret = StatusLink.issue(message.inquiry, at=message.planned_at)
    tail = "?pack" if message.kind == Message.Kind.PACK else ""
    return f"{settings.BASE_URL}{reverse('public:status_link', args=[secret])}{tail}"
