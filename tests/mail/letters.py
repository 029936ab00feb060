"""Mails as they come in."""

from email.message import EmailMessage
from email.utils import format_datetime

from tests.world import AT


def mail(body="Участок 5 га под Динской, 2 МВт", subject="Цех", sender="p@example.com", **headers):
    """Bytes of one mail; names of headers with _ for -."""
    message = EmailMessage()
    message["From"], message["Subject"] = sender, subject
    message["To"] = "hotline@investor-hotline.invalid"
    message["Date"] = format_datetime(AT)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    message["Message-ID"] = named.pop("Message-ID", f"<{abs(hash((body, subject, sender)))}@x.ru>")
    for name, value in named.items():
        message[name] = value
    message.set_content(body)
    return message.as_bytes()
