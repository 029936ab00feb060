"""Fields for what people write: the values they give and the words with which they refuse."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from leads.fields import PhoneField, PlainLineField, PlainTextField, phone_doubt
from leads.phones import parse_phone


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def refusal(field, value) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return " ".join(refused.value.messages)


def test_it_works():
    assert PlainLineField().clean(" Пётр\u202e  Иванов ") == "Пётр Иванов"
    assert PlainTextField().clean("a\r\nb\u200b") == "a\nb"
    assert PhoneField().clean("8 918 123-45-67").e164 == "+79181234567"


def test_only_invisible_characters_are_an_empty_answer():
    assert refusal(PlainLineField(), "\u200b\u202e ") == "This field is required."
    assert PlainLineField(required=False).clean("\u200b") == ""


def test_nul_is_refused_with_what_to_do():
    for field in (PlainLineField(), PlainTextField(), PhoneField()):
        assert "Type it again" in refusal(field, "a\x00b")


def test_a_long_text_is_told_its_length():
    field = PlainTextField()
    assert field.clean("я" * 20_000) == "я" * 20_000
    assert refusal(field, "я" * 25_431) == (
        "The text is 25\u00a0431 characters long, at most 20\u00a0000 fit. "
        "Shorten it by 5\u00a0431 characters."
    )
    assert "Shorten it by 1 character." in refusal(PlainLineField(at_most=10), "я" * 11)


def test_a_long_text_is_counted_after_cleaning():
    assert PlainTextField(at_most=3).clean("a\r\nb\u200b   ") == "a\nb"


def test_the_browser_is_not_told_to_cut():
    assert "maxlength" not in PlainTextField().widget.attrs


def test_a_phone_keeps_what_was_typed():
    phone = PhoneField().clean("8 (861) 251-77-64 доб. 12")
    assert (phone.raw, phone.e164, phone.extension) == (
        "8 (861) 251-77-64 доб. 12",
        "+78612517764",
        "12",
    )
    assert PhoneField().prepare_value(phone) == phone.raw


def test_no_phone_is_none():
    assert PhoneField(required=False).clean("  ") is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("+7 861 25", "too short. Include the country code, like +7 or +49"),
        ("+7 861 251 77 64 99 99", "too long"),
        ("не звоните", "Enter a phone number"),
        ("8 " * 60, "at most 80 fit"),
    ],
)
def test_an_impossible_phone_is_refused(typed, words):
    assert words in refusal(PhoneField(), typed)


def test_without_a_country_the_code_is_asked():
    assert "country code" in refusal(PhoneField(region=None), "030 901820")
    assert PhoneField(region="DE").clean("030 901820").e164 == "+4930901820"


def test_a_doubtful_phone_passes_with_a_warning():
    phone = PhoneField().clean("+7 111 111-11-11")
    assert "Unusual" in str(phone_doubt(phone))
    assert "+79181234567" in str(phone_doubt(parse_phone("8 918 123-45-67, 8 918 765-43-21")))
    assert phone_doubt(parse_phone("8 918 123-45-67")) == phone_doubt(None) == ""
