"""Every message with a number, for 0, 1, 2, 5, 11, 21 and 101: the right form, filled in."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.utils.translation import ngettext, npgettext, override

from tests.translations.messages import messages

ROOT = Path(__file__).resolve().parents[2]
# By the CLDR: one, few, many; 0 ferm, 1 ferma, 2 fermy, 5 ferm, 11 ferm, 21 ferma, 101 ferma.
RUSSIAN = {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 101: 0}
COUNTED = sorted(
    {(m.context, m.text, m.plural) for m in messages(ROOT) if m.plural is not None},
    key=lambda one: (one[1], str(one[0])),
)
_HOLE = re.compile(r"%\((\w+)\)[sd]")


@cache
def forms() -> dict:
    """Our four forms of each message: the catalogues are compiled from these."""
    found = {}
    for path in ROOT.glob("config/locale/*/ru/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(path)):
            if entry.msgid_plural:
                found[entry.msgctxt, entry.msgid] = entry.msgstr_plural
    return found


def said(context, one, many, number) -> str:
    return npgettext(context, one, many, number) if context else ngettext(one, many, number)


def test_there_are_such_messages():
    assert len(COUNTED) > 30


@pytest.mark.parametrize("number", RUSSIAN)
def test_russian(number):
    wrong = []
    with override("ru"):
        for context, one, many in COUNTED:
            told = said(context, one, many, number)
            if told != forms().get((context, one), {}).get(RUSSIAN[number]):
                wrong.append((number, told))
            if not re.search("[а-яё]", told, re.IGNORECASE):
                wrong.append((number, told))
    assert wrong == []


@pytest.mark.parametrize("number", RUSSIAN)
def test_english(number):
    with override("en"):
        wrong = [
            (number, one)
            for context, one, many in COUNTED
            if said(context, one, many, number) != (one if number == 1 else many)
        ]
    assert wrong == []


def test_the_number_stands_in_every_form():
    """In Russian "one" is also 21 and 101: a form without its number would lie."""
    wrong = []
    for context, one, many in COUNTED:
        holes = set(_HOLE.findall(many))
        for form in forms()[context, one].values():
            if holes - set(_HOLE.findall(form)):
                wrong.append((one, form))
    assert wrong == []


def test_one_few_and_many_are_not_all_the_same():
    """Three times one wording is a translation that nobody bent; some words truly never bend."""
    stiff = [one for (_, one), by in forms().items() if len({by[0], by[1], by[2]}) == 1]
    assert stiff == []
