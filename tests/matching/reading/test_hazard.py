"""The hazard class in digits, Roman numerals and words."""

import pytest

from .callers import assert_figure, need

HAZARD = [
    ("3 класс опасности", 3),
    ("класс опасности IV", 4),
    ("II класса опасности", 2),
    ("третий класс опасности", 3),
    ("hazard class 3", 3),
    ("class IV hazard", 4),
    ("производство 4-го класса опасности", 4),
    ("СЗЗ 300 м, класс III", 3),
    ("склад класса А", None),
    ("5 класс", 5),
]


def test_it_works():
    assert need("3 класс опасности").hazard_class == 3


@pytest.mark.parametrize(("text", "value"), HAZARD)
def test_hazard_class(text, value):
    assert_figure(need(text).hazard_class, value)
