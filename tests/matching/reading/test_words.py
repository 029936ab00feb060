"""Plain text: small letters, one dash, nothing invisible, bounded."""

import pytest

from districts.matching.reading.words import MOST_CHARACTERS, normalise, stem


def test_it_works():
    assert normalise("Завод «Ёлка» — 3 га") == 'завод "елка" - 3 га'


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("за\u200bвод", "завод"),
        ("\u202eзавод\u202c", "завод"),
        ("100 м²", "100 м2"),
        ("за\u00adвод", "завод"),
        ("2\u00a0га", "2 га"),
        ("Ж.Д. путь", "ж/д путь"),
        ("зaвoд", "завод"),  # Latin a and o
        ("½ га", "1/2 га"),
    ],
)
def test_normalised(typed, plain):
    assert normalise(typed) == plain


def test_long_text_is_cut():
    assert len(normalise("газ " * 500_000)) <= MOST_CHARACTERS


@pytest.mark.parametrize(("word", "other"), [("завод", "заводов"), ("hotel", "hotels")])
def test_forms_share_a_stem(word, other):
    assert stem(word) == stem(other)
