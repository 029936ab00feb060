"""What can be chosen on the form: industries and districts of the registry, countries, bands."""

import csv
from functools import cache
from pathlib import Path

from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from districts.models import District, Industry

UNSURE = "unsure"

CAPEX_BANDS = (
    ("to_50", pgettext_lazy("capex", "up to 50 mln ₽")),
    ("to_250", pgettext_lazy("capex", "50–250 mln ₽")),
    ("to_1000", pgettext_lazy("capex", "250 mln – 1 bn ₽")),
    ("to_5000", pgettext_lazy("capex", "1–5 bn ₽")),
    ("over_5000", pgettext_lazy("capex", "over 5 bn ₽")),
    (UNSURE, _("Not sure yet")),
)
# The lower bound of a band, million roubles: what is surely meant, shown for correction before
# sending. The lowest band says no figure.
CAPEX_AT_LEAST = {"to_250": 50.0, "to_1000": 250.0, "to_5000": 1000.0, "over_5000": 5000.0}
BOTH_LANGUAGES = (("ru", "Русский"), ("en", "English"))


def industries() -> list[tuple[str, str]]:
    return _named(Industry.objects.current())


def districts() -> list[tuple[str, str]]:
    return _named(District.objects.current())


def countries() -> list[tuple[str, str]]:
    """ISO code and name in the language of the page, by name; Russia first."""
    named = [(code, country_name(code)) for code in _countries() if code != "RU"]
    return [("RU", country_name("RU")), *sorted(named, key=lambda pair: _sorted_as(pair[1]))]


def country_name(code: str, language: str | None = None) -> str:
    """By ISO code; an empty string for an unknown one."""
    names = _countries().get(code, {})
    return names.get(f"name_{language or get_language()}", names.get("name_en", ""))


@cache
def _countries() -> dict[str, dict[str, str]]:
    # The names are CLDR's, as phonenumbers carries them; importing them from there would load its
    # whole geocoder, 100 MB in every web process.
    with (Path(__file__).parent / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def _named(rows) -> list[tuple[str, str]]:
    pairs = [(row.pk, row.name) for row in rows]
    return sorted(pairs, key=lambda pair: _sorted_as(pair[1]))


def _sorted_as(name: str) -> str:
    return name.casefold().replace("ё", "е")
