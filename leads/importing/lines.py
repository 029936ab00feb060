"""One line of a file as values, or the field that is wrong and why."""

import re
from dataclasses import dataclass
from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from leads.models import Stage
from leads.phones import Phone, parse_phone
from leads.tax_ids import digits, inn_doubt, ogrn_doubt

WHY = {
    "nobody": _("nobody is named: no company, person, phone or e-mail"),
    "missing": _("it is empty"),
    "phone": _("no phone number can be read here"),
    "email": _("this is no e-mail address"),
    "digits": _("the number of digits is wrong"),
    "stage": _("no stage of ours is called so"),
    "day": _("no day can be read here: write 31.12.2025 or 2025-12-31"),
    "future": _("this day has not come yet"),
    "number": _("this is no number"),
    "long": _("it is too long"),
}
_LONGEST = {"company": 200, "person": 200, "country": 80, "officer": 200, "text": 10_000}


class Wrong(Exception):
    def __init__(self, field: str, code: str):
        super().__init__(code)
        self.field, self.code = field, code


@dataclass
class Line:
    number: int
    company: str = ""
    person: str = ""
    country: str = ""
    inn: str = ""
    ogrn: str = ""
    email: str = ""
    phone: Phone | None = None
    text: str = ""
    stage: str = Stage.NEW
    officer: str = ""
    came_at: datetime | None = None
    next_at: datetime | None = None
    capex: float | None = None
    land_ha: float | None = None
    power_mw: float | None = None

    @property
    def is_history(self) -> bool:
        return self.stage in (Stage.WON, Stage.LOST)


def line_of(kind: str, number: int, cells: list[str], mapping: dict[str, int], *, at) -> Line:
    """May raise Wrong, for the first field that is."""
    given = {field: cells[place] for field, place in mapping.items() if place < len(cells)}
    for field, most in _LONGEST.items():
        if len(given.get(field, "")) > most:
            raise Wrong(field, "long")
    told = {name: given.get(name, "") for name in ("company", "person", "country", "officer")}
    line = Line(number, **told)
    line.phone, line.email = _phone(given.get("phone", "")), _email(given.get("email", ""))
    line.inn = _digits("inn", given.get("inn", ""), inn_doubt)
    line.ogrn = _digits("ogrn", given.get("ogrn", ""), ogrn_doubt)
    if not any((line.company, line.person, line.phone, line.email)):
        raise Wrong("company", "nobody")
    if kind == "inquiries":
        line.text = given.get("text", "")
        if not line.text:
            raise Wrong("text", "missing")
        line.stage = _stage(given.get("stage", ""))
        line.came_at = _day("came_on", given.get("came_on", ""))
        if line.came_at and line.came_at > at:
            raise Wrong("came_on", "future")
        line.next_at = _day("next_on", given.get("next_on", ""), time(18))
        for name in ("capex", "land_ha", "power_mw"):
            setattr(line, name, _figure(name, given.get(name, "")))
    return line


def _phone(text: str) -> Phone | None:
    if not text:
        return None
    phone = parse_phone(text)
    if not phone.e164:
        raise Wrong("phone", "phone")
    return phone


def _email(text: str) -> str:
    if text:
        try:
            validate_email(text)
        except ValidationError:
            raise Wrong("email", "email") from None
    return text


def _digits(field: str, text: str, doubt) -> str:
    """A wrong check digit is let pass, as at the desk; a wrong length is another number."""
    number = digits(text)
    if number and doubt(number) == "length":
        raise Wrong(field, "digits")
    return number


# What other systems call them.
_ALSO = {
    Stage.NEW: "новый новое open",
    Stage.QUALIFIED: "квалифицирована inprogress",
    Stage.WON: "успех выиграна выигран реализован реализована реализовано заключено",
    Stage.LOST: "отказано проиграна проигран отклонена отказались rejected",
}


def _words() -> dict[str, str]:
    found = {stage.value: stage.value for stage in Stage}
    found |= {word: stage.value for stage, words in _ALSO.items() for word in words.split()}
    for language in ("ru", "en"):
        with override(language):
            found |= {str(stage.label).lower(): stage.value for stage in Stage}
    return found


def _stage(text: str) -> str:
    if not text:
        return Stage.NEW
    known = _words().get(" ".join(text.lower().split()))
    if known is None:
        raise Wrong("stage", "stage")
    return known


def _day(field: str, text: str, hour: time = time(12)) -> datetime | None:
    """Noon of that day here; none when nothing is said."""
    if not text:
        return None
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text.split(" ")[0].split("T")[0], form).date()  # noqa: DTZ007
        except ValueError:
            continue
        if 1990 <= day.year <= 2100:
            return timezone.make_aware(datetime.combine(day, hour))
    raise Wrong(field, "day")


def _figure(field: str, text: str) -> float | None:
    if not text:
        return None
    plain = re.sub(r"[\s\xa0]", "", text).replace(",", ".")
    if not re.fullmatch(r"\d{1,9}(\.\d{1,6})?", plain):
        raise Wrong(field, "number")
    return float(plain)
