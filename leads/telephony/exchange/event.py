"""The neutral call event: what every exchange says, said one way. Pure: no Django."""

from dataclasses import astuple, dataclass
from datetime import datetime
from typing import Literal

# In the order in which they happen when an exchange gives them the same moment.
KINDS = (
    "offered",  # it reached the line
    "announced",  # the caller was told that the talk is recorded
    "queued",
    "ringing",  # at one operator's phone
    "left",  # one phone stopped ringing, or hung up while the call went on
    "voicemail",
    "answered",
    "ended",
    "recorded",
)
Kind = Literal[
    "offered",
    "announced",
    "queued",
    "ringing",
    "left",
    "voicemail",
    "answered",
    "ended",
    "recorded",
]
Direction = Literal["inbound", "outbound", "internal", ""]
Cause = Literal["answered", "cancelled", "no_answer", "busy", "failed", ""]

WITHHELD = frozenset(
    {"anonymous", "unknown", "<unknown>", "private", "restricted", "withheld", "hidden"}
    | {"unavailable", "asterisk", "s", "0", "number hidden", "номер скрыт", "скрыт", "none", "null"}
)
# An office's inner numbers are shorter than any number of the public network with its area code.
LONGEST_EXTENSION = 5


@dataclass(frozen=True, slots=True)
class Event:
    """`at` is the exchange's own moment, or that of the first arrival where it names none."""

    kind: Kind
    at: datetime
    direction: Direction = ""
    number: str = ""
    line: str = ""
    extension: str = ""
    cause: Cause = ""
    talked_s: int = 0
    recording: str = ""

    def order(self) -> tuple:
        """The same place among the others, whenever it arrived."""
        return (self.at, KINDS.index(self.kind), *map(str, astuple(self)[2:]))


def outside(number: str) -> str:
    """The other party's number as parse_phone reads it, or "" when it was withheld.

    Exchanges write the country code without a plus; eleven digits after an 8 are Russian.
    """
    text = number.strip()
    if text.lower() in WITHHELD or text.lower().startswith("anonymous"):
        return ""
    digits = text.removeprefix("+")
    if digits.isascii() and digits.isdigit() and len(digits) > 10 and digits[0] not in "80":
        return f"+{digits}"
    return text


def is_extension(number: str) -> bool:
    return number.isascii() and number.isdigit() and len(number) <= LONGEST_EXTENSION
