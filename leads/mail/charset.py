"""Bytes and headers of mails as text, whatever charset they claim. Never raises."""

from email.errors import HeaderParseError
from email.header import decode_header

# Tried when the charset is unknown or a lie; the last one takes everything.
GUESSES = ("utf-8", "cp1251")


def decoded(data: bytes, charset: str | None) -> str:
    for name in (charset, *GUESSES):
        try:
            return data.decode(name or "utf-8")
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1251", errors="replace")


def header(message, name: str) -> str:
    """The first header of this name, decoded and on one line; "" when there is none."""
    wanted = name.lower()
    value = next((text for key, text in message.raw_items() if key.lower() == wanted), "")
    return unencoded(str(value))


def unencoded(value: str) -> str:
    """A header's value as people read it: encoded words, or bytes in no declared charset."""
    text = decoded(value.encode("utf-8", "surrogateescape"), None)
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        parts = [(text, None)]
    words = (part if isinstance(part, str) else decoded(part, name) for part, name in parts)
    return " ".join("".join(words).replace("\x00", "").split())
