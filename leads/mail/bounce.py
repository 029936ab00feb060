"""Letters that came back: which one, to whom, why, and whether for good (RFC 3464 and the rest)."""

import re
from dataclasses import dataclass
from email.message import Message

from leads.plain_text import clean_line

from .attachments import bodies, content, leaves
from .charset import decoded, header

_ID = re.compile(r"^message-id:\s*(<[^<>\s]{3,248}>)", re.I | re.M)
_ANY_ID = re.compile(r"<[^<>\s]{3,248}>")
_DAEMON = re.compile(r"\b(mailer-daemon|postmaster)@", re.I)
_SAYS_SO = re.compile(
    r"(undeliver|not delivered|delivery (status|fail)|returned mail|mail delivery|failure notice"
    r"|не ?доставлен|возвращен)",
    re.I,
)
_CODE = re.compile(r"\b([45]\d\d)[ -](\d\.\d{1,3}\.\d{1,3})?[^\n]{0,160}")


@dataclass(frozen=True)
class Bounce:
    """`letters` are the Message-IDs it may speak of; not `final` while the server still tries."""

    letters: tuple[str, ...]
    cause: str
    final: bool


def bounce(message: Message) -> Bounce | None:
    """None when it is no report about a letter that did not arrive."""
    status = next((p for p in leaves(message) if _is(p, "message/delivery-status")), None)
    if status is None:
        from_daemon = _DAEMON.search(header(message, "From"))
        if not from_daemon or not _SAYS_SO.search(header(message, "Subject")):
            return None
        words = "\n".join(words for _, words in bodies(message))
        code = _CODE.search(words)
        cause = clean_line(code[0] if code else header(message, "Subject"))
        return Bounce(_letters(message, words), cause[:200], not (code and code[1][0] == "4"))
    fields = decoded(content(status), None)
    action = _field(fields, "Action").lower()
    if action in {"delivered", "relayed", "expanded"}:
        return None
    cause = _field(fields, "Diagnostic-Code").partition(";")[2] or _field(fields, "Status")
    words = "\n".join(words for _, words in bodies(message))
    return Bounce(_letters(message, words), clean_line(cause)[:200], action != "delayed")


def _is(part: Message, kind: str) -> bool:
    return part.get_content_type() == kind


def _field(fields: str, name: str) -> str:
    found = re.search(rf"^{name}:[ \t]*(.*(?:\n[ \t]+.*)*)", fields, re.I | re.M)
    return " ".join(found[1].split()) if found else ""


def _letters(message: Message, words: str) -> tuple[str, ...]:
    """Of the letter that is enclosed, whole or its headers, or quoted; then what it answers."""
    enclosed = [
        decoded(content(part)[:20_000], None)
        for part in leaves(message)
        if part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}
    ]
    found = [one for text in (*enclosed, words) for one in _ID.findall(text)]
    for name in ("In-Reply-To", "References"):
        found += _ANY_ID.findall(header(message, name))
    return tuple(dict.fromkeys(found))[:50]
