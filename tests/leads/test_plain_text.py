"""Text from people: what is dropped, what stays, what is refused."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.plain_text import HoldsNul, clean_line, clean_text


def test_it_works():
    assert clean_line("  Пётр \t Иванов\r\n") == "Пётр Иванов"
    assert clean_text("Цех\r\n\r\n  5 га\rгаз ") == "Цех\n\n  5 га\nгаз"


@pytest.mark.parametrize("clean", [clean_line, clean_text])
def test_nul_is_refused(clean):
    with pytest.raises(HoldsNul):
        clean("a\x00b")


@pytest.mark.parametrize(
    "sign", "\u202e\u202a\u2066\u2069\u200e\u200f\u061c\u200b\u200d\ufeff\u00ad"
)
def test_what_reorders_or_hides_is_dropped(sign):
    assert clean_line(f"ab{sign}cd{sign}") == "abcd"
    assert clean_text(f"{sign}ab\ncd") == "ab\ncd"


def test_other_controls_are_dropped():
    assert clean_text("a\x07b\x1bc\x9dd") == "abcd"


def test_letters_are_composed():
    assert clean_line("И\u0306од Е\u0308лкин") == "Йод Ёлкин"


def test_a_lone_surrogate_can_be_stored():
    assert clean_text("a\ud800b").encode() == "a\ufffdb".encode()


def test_a_line_has_no_breaks():
    assert clean_line("a\u2028b\x0bc\u00a0d") == "a b c d"


@given(st.text(st.characters(exclude_characters="\x00")))
def test_cleaning_twice_changes_nothing(text):
    once = clean_text(text)
    assert clean_text(once) == once == unicodedata.normalize("NFC", once)
    line = clean_line(text)
    assert clean_line(line) == line
    assert "\n" not in line
