"""Phone numbers, read once at the door: E.164 beside the text as it was typed.

Reads Russian and foreign habits (8…, 8-10…, 00…, +7 (8)…, extensions, two numbers in a field).
Only an impossible length blocks; a number of an unassigned range is kept and called unusual, as
libphonenumber judges. A hidden number is None at the caller and never comes here. Pure: no Django.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, ValidationResult

Problem = Literal["too_short", "too_long", "not_a_number", "country_missing", "unusual"]

# libphonenumber refuses more, and no expression should run over a megabyte.
LONGEST_TEXT = 250
# E.164 allows 15 digits with the country code.
LONGEST_NUMBER = 15
RUSSIA = 7

_EXTENSION = re.compile(
    r"(?<![^\W\d_])(?:добавочный|добав|доб|внутренний|внутр|вн|доп"
    r"|extension|extn|ext|int|x|х|#|\*)[\s.:=#)-]*(?:номер|no)?[\s.:]*(\d{1,7})(?!\d)",
    re.IGNORECASE,
)
# A pause or brackets before a few last digits: 8 861 251-77-64,12 and 8 861 251-77-64 (12).
_LAST_DIGITS = re.compile(r"\s*[,;(]\s*(\d{1,6})\s*\)?\s*\Z")
_LETTER = re.compile(r"[^\W\d_]")
_BETWEEN_NUMBERS = re.compile(r"[/\\,;|\r\n]|(?<=\d)\s*(?=\+)")
# In "8 861 251-77-6" the 8 is no part of a ten-digit number: one digit is missing.
_TRUNK_APART = re.compile(r"8[\W_]+\d")
_NEXT_RUSSIAN = re.compile(r"(?<=\d)[\s-]+(?=[78][\s(-]*\d{3})")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as typed and as understood.

    `e164` is None when `problem` blocks; `country` is an ISO code, or None for a number of no
    country (+800); `rest` is what followed the first number of the field and was not read.
    """

    raw: str
    e164: str | None = None
    extension: str = ""
    country: str | None = None
    problem: Problem | None = None
    rest: str = ""

    @property
    def blocked(self) -> bool:
        """Whether the number cannot be kept; an unusual one can, after a warning."""
        return self.e164 is None


@dataclass(frozen=True, slots=True)
class _Reading:
    number: PhoneNumber | None
    problem: Problem | None

    @property
    def valid(self) -> bool:
        return self.problem is None


def parse_phone(raw: str, region: str | None = "RU") -> Phone:
    """Reads the first number of a field.

    `region` is the country whose habits hold for a number without `+`; with None such a number
    answers "country_missing". Never raises; text over 250 characters is cut and called too long.
    """
    stripped = raw.strip()
    typed = stripped[:LONGEST_TEXT]
    if len(stripped) > LONGEST_TEXT:
        return Phone(typed, problem="too_long")
    text = _plain(typed)
    start = re.search(r"\+|\d", text)
    if start is None:
        return Phone(typed, problem="not_a_number")
    body = text[start.start() :]
    head, extension, end = _split_extension(body, region)
    reading, used = _first_number(head, region)
    rest = head[used:] + body[end:]
    if re.search(r"\d", head[used:]):
        # The extension stood behind a later number, not behind the first.
        extension, rest = "", body[used:]
    if reading.number is None and (spelt := _vanity(body, region)):
        reading, extension, rest = spelt, "", ""
    rest = rest.strip(" \t\r\n.,;:/\\|()-")
    if reading.number is None:
        return Phone(typed, problem=reading.problem, rest=rest)
    return Phone(
        raw=typed,
        e164=phonenumbers.format_number(reading.number, PhoneNumberFormat.E164),
        extension=extension,
        country=_country(reading.number),
        problem=reading.problem,
        rest=rest,
    )


def digits_for_search(fragment: str) -> tuple[str, ...]:
    """Digit strings to look for inside E.164 numbers; () when the fragment holds no digit.

    A leading 8 may be Russia's trunk prefix or a digit from the middle: both readings are given,
    the Russian first. 8-10 and 00 before a country code are dropped; extensions are left out.
    """
    text = _plain(fragment.strip()[:LONGEST_TEXT])
    behind = _EXTENSION.search(text)
    if behind and re.search(r"\d", text[: behind.start()]):
        text = text[: behind.start()]
    digits = re.sub(r"\D", "", text)
    if not digits:
        return ()
    if re.match(r"\W*\+", text):
        found = [re.sub(r"\A78(?=[3489]\d\d)", "7", digits), digits]
    elif digits.startswith("00"):
        found = [digits[2:], digits]
    elif digits.startswith("810"):
        found = [digits[3:], "7" + digits[1:], digits]
    elif digits.startswith("8"):
        found = ["7" + digits[1:], digits]
    else:
        found = [digits]
    return tuple(dict.fromkeys(one for one in found if one))


def format_phone(e164: str) -> str:
    """The international spelling, +7 861 251-77-64; what cannot be read comes back unchanged."""
    try:
        number = phonenumbers.parse(e164)
    except NumberParseException:
        return e164
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def _plain(text: str) -> str:
    """Full-width and foreign digits as ASCII, without invisible characters."""
    shown = (
        one for one in unicodedata.normalize("NFKC", text) if unicodedata.category(one) != "Cf"
    )
    return "".join(str(unicodedata.digit(one, one)) for one in shown)


def _split_extension(body: str, region: str | None) -> tuple[str, str, int]:
    """The text before an extension, the extension, and where it ended."""
    worded = _EXTENSION.search(body)
    if worded and len(re.findall(r"\d", body[: worded.start()])) >= 5:
        return body[: worded.start()], worded[1], worded.end()
    last = _LAST_DIGITS.search(body)
    if last and _read(body[: last.start()], region).valid:
        return body[: last.start()], last[1], last.end()
    return body, "", len(body)


def _first_number(head: str, region: str | None) -> tuple[_Reading, int]:
    """The first number of the text and how many characters it took.

    A slash parts two numbers or groups one (030/123456): the shortest start that is a valid number
    wins, then the longest that is possible.
    """
    letter = _LETTER.search(head)
    end = letter.start() if letter else len(head)
    for between in (_BETWEEN_NUMBERS, _NEXT_RUSSIAN):
        cuts = [*(cut.start() for cut in between.finditer(head, 0, end)), end]
        readings = [(_read(head[:cut], region), cut) for cut in cuts]
        for reading, cut in readings:
            if reading.valid:
                return reading, cut
        for reading, cut in reversed(readings):
            if reading.number is not None:
                return reading, cut
    return readings[-1][0], end


def _read(text: str, region: str | None) -> _Reading:
    """One number, with the dialling habits of the region."""
    digits = re.sub(r"\D", "", text)
    if typed_plus := "+" in text:
        digits = digits.lstrip("0")
    elif digits.startswith("00"):
        digits, typed_plus = digits[2:], True
    elif region == "RU" and digits.startswith("810") and len(digits) > 10:
        digits, typed_plus = digits[3:], True
    if typed_plus:
        reading = _judge("+" + digits, None)
        # +8 (861)… is a Russian slip: the trunk prefix behind a plus.
        if not reading.valid and digits.startswith("8") and len(digits) == 11:
            russian = _judge(f"+{RUSSIA}{digits[1:]}", None)
            return russian if russian.valid else reading
        return reading
    if region is None:
        return _Reading(None, "country_missing")
    reading = _judge(digits, region)
    if reading.problem and region == "RU" and len(digits) == 10 and _TRUNK_APART.match(text):
        return _Reading(None, "too_short")
    if reading.number is None:
        # Exchanges and address books drop the plus: 375 29 123-45-67.
        foreign = _judge("+" + digits, None)
        return foreign if foreign.valid else reading
    return reading


def _judge(digits: str, region: str | None) -> _Reading:
    """A parsed number with libphonenumber's word on it; no number when the length is impossible."""
    typed = digits.lstrip("+")
    try:
        number = phonenumbers.parse(digits, region)
    except NumberParseException as error:
        if error.error_type == NumberParseException.TOO_LONG:
            return _Reading(None, "too_long")
        unknown = error.error_type == NumberParseException.INVALID_COUNTRY_CODE and len(typed) > 4
        return _Reading(None, "not_a_number" if unknown else "too_short")
    if phonenumbers.is_valid_number(number):
        return _Reading(number, None)
    reason = phonenumbers.is_possible_number_with_reason(number)
    length = len(str(number.country_code)) + len(str(number.national_number))
    # libphonenumber drops an 8 after +7 and lets 14 digits pass for Russia.
    russian_excess = number.country_code == RUSSIA and len(typed) > 11
    if russian_excess or reason == ValidationResult.TOO_LONG or length > LONGEST_NUMBER:
        return _Reading(None, "too_long")
    if reason == ValidationResult.IS_POSSIBLE:
        return _Reading(number, "unusual")
    shortened = PhoneNumber(number.country_code, number.national_number)
    between = reason == ValidationResult.INVALID_LENGTH
    if between and phonenumbers.truncate_too_long_number(shortened):
        return _Reading(None, "too_long")
    return _Reading(None, "too_short")


def _vanity(text: str, region: str | None) -> _Reading | None:
    """A number spelt with letters, 1-800-FLOWERS; None when it is no such thing."""
    if region is None and not text.startswith("+"):
        return None
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    return _Reading(number, None) if phonenumbers.is_valid_number(number) else None


def _country(number: PhoneNumber) -> str | None:
    """The country of the number, or of its code when the range is unassigned."""
    region = phonenumbers.region_code_for_number(
        number
    ) or phonenumbers.region_code_for_country_code(number.country_code or 0)
    return region if region and region.isalpha() and region != "ZZ" else None
