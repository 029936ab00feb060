"""What a mail says: sender, words, attachments, and what kind it is. Never raises."""

import re
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses

from leads.plain_text import TEXT_AT_MOST, clean_line, clean_text

from .attachments import Attachment, attachments, bodies
from .bounce import Bounce, bounce
from .charset import decoded, header
from .html import text_of

REFERENCES_AT_MOST = 50
_ID = re.compile(r"<[^<>\s]{3,248}>")
_ADDRESS = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]{1,190}")
_SAYS_AUTO = re.compile(
    r"(автоответ|автоматический ответ|auto(matic)?[ -]?reply|out of (the )?office|abwesen)", re.I
)


@dataclass(frozen=True)
class Read:
    """One mail as it was understood; `references` are the Message-IDs it answers, newest first."""

    kind: str = "letter"
    message_id: str = ""
    references: tuple[str, ...] = ()
    from_name: str = ""
    from_address: str = ""
    subject: str = ""
    text: str = ""
    attachments: list[dict] = field(default_factory=list)
    reason: str = ""
    bounce: Bounce | None = None

    def as_letter(self) -> "Read":
        """The same as a person's letter, whatever its headers say."""
        return replace(self, kind="letter")

    @property
    def language(self) -> str:
        """Of its words: Russian where half of the letters are."""
        letters = [one for one in self.subject + self.text if one.isalpha()]
        cyrillic = sum("а" <= one.lower() <= "я" or one in "ёЁ" for one in letters)
        return "ru" if not letters or cyrillic * 2 >= len(letters) else "en"


def read(raw: bytes, *, own_address: str = "", cut: bool = False) -> Read:
    try:
        return _read(raw, own_address.lower(), cut)
    except Exception:
        # Whatever the parser of the standard library stumbled over: people must still see it.
        words = clean_text(decoded(raw[:TEXT_AT_MOST], None).replace("\x00", ""))
        return Read(reason="unreadable", text=words[:TEXT_AT_MOST])


def _read(raw: bytes, own_address: str, cut: bool) -> Read:
    message = message_from_bytes(raw)
    name, address = _sender(message)
    text, listed = _text(message), attachments(message)
    failed = bounce(message)
    reason = "cut" if cut else "no_text" if not text else "long" if len(text) > TEXT_AT_MOST else ""
    return Read(
        kind=_kind(message, failed, address, own_address),
        message_id=(_ID.findall(header(message, "Message-ID")) or [""])[0],
        references=_references(message),
        from_name=name,
        from_address=address,
        subject=clean_line(header(message, "Subject"))[:300],
        text=text[:TEXT_AT_MOST],
        attachments=[_said(one) for one in listed],
        reason=reason if address else "no_sender",
        bounce=failed,
    )


def _said(attachment: Attachment) -> dict:
    return {"name": attachment.name, "size": attachment.size, "safe": attachment.safe}


def _sender(message: Message) -> tuple[str, str]:
    for name, address in getaddresses([header(message, "From"), header(message, "Reply-To")]):
        if _ADDRESS.fullmatch(address) and address.isascii():
            return clean_line(name)[:200], address
    return "", ""


def _text(message: Message) -> str:
    """Plain text where there is any, else the words of the HTML."""
    plain = [words for kind, words in bodies(message) if kind == "text/plain" and words.strip()]
    html = [text_of(words) for kind, words in bodies(message) if kind == "text/html"]
    return clean_text("\n\n".join(plain or html).replace("\x00", ""))


def _references(message: Message) -> tuple[str, ...]:
    named = [
        *_ID.findall(header(message, "References")),
        *_ID.findall(header(message, "In-Reply-To")),
    ]
    return tuple(dict.fromkeys(reversed(named)))[:REFERENCES_AT_MOST]


def _kind(message: Message, failed: Bounce | None, address: str, own_address: str) -> str:
    if failed is not None:
        return "bounce"
    if own_address and address.lower() == own_address:
        return "own"
    precedence = header(message, "Precedence").lower()
    submitted = header(message, "Auto-Submitted").lower()
    auto = submitted not in {"", "no"} or precedence in {"auto_reply", "auto-reply"}
    auto |= any(name in message for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder"))
    if auto or _SAYS_AUTO.match(header(message, "Subject")):
        return "auto"
    if precedence in {"bulk", "list", "junk"} or "List-Id" in message:
        return "bulk"
    return "bulk" if "List-Unsubscribe" in message else "letter"
