"""Text from people, made safe to store, to compare and to show beside other text.

Pure: no Django. Invisible characters that reorder or hide text are dropped, letters are composed
(NFC), line ends become \\n. NUL is refused: PostgreSQL cannot hold it, and what remains without it
is not what was sent. Length is the caller's affair; TEXT_AT_MOST is the limit for long answers.
"""

import re
import unicodedata

TEXT_AT_MOST = 20_000
LINE_AT_MOST = 200

# Bidirectional marks, embeddings, overrides and isolates; zero-width spaces and joiners; the byte
# order mark; the soft hyphen; tags.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Control characters other than tab and line feed.
_CONTROL = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class HoldsNul(ValueError):
    """The text holds U+0000."""


def clean_text(text: str) -> str:
    """Several lines; indentation and blank lines stay. Raises HoldsNul."""
    if "\x00" in text:
        raise HoldsNul
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    text = _SURROGATE.sub("\ufffd", _CONTROL.sub("", text))
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """One line; any white space inside becomes a single space. Raises HoldsNul."""
    return " ".join(clean_text(text).split())
