"""Renders and sends letters. Only tasks call it: a request never waits for a mail server.

Claim, commit, send, commit: an ending that the mail server did not confirm becomes its own state.
"""

import smtplib

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from leads.models import Match, Message, StatusLink


def deliver(message: Message, *, at, now) -> str:
    """Send one letter if it is still ours to send; the state it ends in. `now` reads the clock."""
    if not message.claim(at=at):
        return message.state
    connection = get_connection()
    try:
        letter = render(message)
        connection.open()
    except Exception as error:
        # Nothing has left the house yet, whatever the cause: try again later, then set aside.
        message.not_sent(f"{type(error).__name__}: {error}", at=now(), final=False)
    else:
        _hand_over(message, letter, connection, now)
    finally:
        connection.close()
    message.refresh_from_db()
    return message.state


def _hand_over(message, letter, connection, now) -> None:
    try:
        connection.send_messages([letter])
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        message.not_sent(f"{code} {words.decode(errors='replace')}", at=now(), final=code >= 500)
    except smtplib.SMTPResponseException as error:
        message.not_sent(f"{error.smtp_code}", at=now(), final=error.smtp_code >= 500)
    except (OSError, smtplib.SMTPException):
        message.ours().end_unknown(now())
    else:
        message.sent(at=now())


def render(message: Message) -> EmailMultiAlternatives:
    """The letter in the reader's language, with its plain-text twin first."""
    inquiry = message.inquiry
    with translation.override(message.language):
        english = message.language == "en"
        context = {
            "inquiry": inquiry,
            "places": _places(inquiry),
            "agency_name": settings.AGENCY["name_en" if english else "name_ru"],
            "hotline": settings.AGENCY["phone"],
            "base_url": settings.BASE_URL,
            "status_url": _status_url(message),
        }
        subject = render_to_string(f"letters/{message.kind}_subject.txt", context)
        letter = EmailMultiAlternatives(
            subject=" ".join(subject.split()),
            body=render_to_string(f"letters/{message.kind}.txt", context),
            to=[message.to_address],
            headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
        )
        html = render_to_string(f"letters/{message.kind}.html", context)
        letter.attach_alternative(html, "text/html")
        return letter


# Letters to the investor bear the link to his page, each one of its own.
WITH_LINK = frozenset(["received", "status_link", "pack"])


def _status_url(message: Message) -> str:
    if message.kind not in WITH_LINK:
        return ""
    secret = StatusLink.issue(message.inquiry, at=message.planned_at)
    tail = "?pack" if message.kind == Message.Kind.PACK else ""
    return f"{settings.BASE_URL}{reverse('public:status_link', args=[secret])}{tail}"


def _places(inquiry):
    fitting = Match.objects.current(inquiry, Match.Place.PARK).filter(near=False)
    return fitting.exclude(state=Match.State.REFUSED)[:3]
