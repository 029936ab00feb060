"""The parts of a mail: its words, and what is attached, typed by content and never by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from leads.plain_text import clean_line

from .charset import decoded, header, unencoded

PARTS_AT_MOST = 200
SAFE_AT_MOST = 10_000_000
_STARTS = {
    b"%PDF-": (".pdf",),
    b"\xff\xd8\xff": (".jpg", ".jpeg"),
    b"\x89PNG\r\n\x1a\n": (".png",),
    b"PK\x03\x04": (".docx", ".xlsx", ".pptx", ".odt", ".ods"),
}
_WORDS = (".txt", ".csv")


@dataclass(frozen=True)
class Attachment:
    """`safe` says that it may be given out, as a file to keep and never as a page."""

    name: str
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def safe(self) -> bool:
        """What it begins with is what its name says, and nothing of it runs by itself."""
        name = self.name.lower()
        if self.size > SAFE_AT_MOST:
            return False
        if name.endswith(_WORDS):
            return b"\x00" not in self.content
        ends = (ends for start, ends in _STARTS.items() if self.content.startswith(start))
        return name.endswith(next(ends, ("\x00",)))


def leaves(message: Message) -> Iterator[Message]:
    """Parts that hold something; a mail within a mail is one part."""
    waiting, seen = [message], 0
    while waiting and seen < PARTS_AT_MOST:
        part = waiting.pop(0)
        seen += 1
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting[:0] = inner
        else:
            yield part


def bodies(message: Message) -> Iterator[tuple[str, str]]:
    """Type and words of each part that is meant to be read in the mail itself."""
    for part in leaves(message):
        if kind := _read_as(part):
            yield kind, decoded(content(part), part.get_content_charset())


def attachments(message: Message) -> list[Attachment]:
    found = []
    for number, part in enumerate(leaves(message), 1):
        if _read_as(part):
            continue
        found.append(Attachment(_name(part, number), content(part)))
    return found


def attachment_of(raw: bytes, number: int) -> Attachment | None:
    """The attachment of this number, counted from one, as `attachments` lists them."""
    found = attachments(message_from_bytes(raw))
    return found[number - 1] if 0 < number <= len(found) else None


def content(part: Message) -> bytes:
    """Its bytes; of a mail within a mail the mail."""
    if isinstance(part.get_payload(), list):
        return b"".join(inner.as_bytes() for inner in part.get_payload())
    return part.get_payload(decode=True) or b""


def _read_as(part: Message) -> str:
    """text/plain or text/html when it is meant to be read in the mail itself, or ""."""
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart":
        # Its parts were never found: what stands there is words.
        return "text/plain"
    return "" if kind not in {"text/plain", "text/html"} or _is_attached(part) else kind


def _is_attached(part: Message) -> bool:
    return header(part, "Content-Disposition").lower().startswith("attachment") or bool(
        part.get_filename()
    )


def _name(part: Message, number: int) -> str:
    """Without any path, on one line; a number where it has none."""
    name = clean_line(unencoded(part.get_filename() or ""))
    name = name.replace("\\", "/").rpartition("/")[2].strip(". ")[:120]
    return name or f"{number}.{part.get_content_subtype()}"[:120]
