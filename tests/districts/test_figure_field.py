"""A figure as people type it, in either spelling, and the words with which others are refused."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from districts.figure_field import FigureField


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def refusal(field, value) -> str:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    return " ".join(refused.value.messages)


def test_it_works():
    assert FigureField().clean("1,5") == FigureField().clean("1.5") == 1.5


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", None),
        (None, None),
        ("0", 0),
        ("5", 5),
        ("0,125", 0.125),
        ("1 500", 1500),
        ("1\u00a0500,5", 1500.5),
        ("1,500", 1500),
        ("1,500,000.5", 1500000.5),
    ],
)
def test_figures_in_english(typed, number):
    assert FigureField(required=False).clean(typed) == number


def test_a_comma_is_decimal_in_russian():
    with translation.override("ru"):
        assert FigureField().clean("1,500") == 1.5
        assert FigureField().prepare_value(1.5) == "1,5"
    assert FigureField().prepare_value(1.5) == "1.5"
    assert FigureField().prepare_value(5.0) == "5"


@pytest.mark.parametrize("typed", ["пять", "-1", "1e9", "nan", "inf", "1,2,3", "1" * 400, "\x00"])
def test_what_is_no_figure_is_refused(typed):
    assert refusal(FigureField(), typed) == "Enter a number, for example 1.5"


def test_limits_of_a_figure():
    assert refusal(FigureField(at_most=1000), "1001") == "Enter a number up to 1\u00a0000"
    assert refusal(FigureField(whole=True), "1.5") == "Enter a whole number"
