"""IMAP_URL: imaps://user:password@host:993/INBOX?done=Hotline, or imap+tls:// with STARTTLS."""

from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SCHEMES = {"imaps": ("ssl", 993), "imap+tls": ("tls", 143), "imap": ("", 143)}
HERE = {"localhost", "127.0.0.1", "::1"}
FOLDER, DONE = "INBOX", "Hotline"


def read_mailbox(url: str, *, deployed: bool) -> dict | None:
    """What leads.mail.box takes, or None when e-mail in is off; a wrong address stops the start."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        security, port = SCHEMES[parts.scheme]
        port = parts.port or port
    except (ValueError, KeyError):
        raise _wrong("it starts with imaps://, imap+tls:// or, on this machine, imap://") from None
    if not (parts.hostname and parts.username and parts.password):
        raise _wrong("it names user, password and host: imaps://user:password@host/INBOX")
    if not security and deployed and parts.hostname not in HERE:
        raise _wrong("imap:// would send the password in the open: say imaps:// or imap+tls://")
    folder = unquote(parts.path.strip("/")) or FOLDER
    done = parse_qs(parts.query).get("done", [DONE])[0]
    if folder == done or not all(name.isascii() and name.isprintable() for name in (folder, done)):
        raise _wrong("folder and ?done= are two names in Latin letters")
    return {
        "host": parts.hostname,
        "port": port,
        "user": unquote(parts.username),
        "password": unquote(parts.password),
        "security": security,
        "folder": folder,
        "done": done,
    }


def _wrong(what: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"IMAP_URL is wrong: {what}. See docs/production.md, “Settings”.")
