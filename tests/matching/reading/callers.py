"""A caller's phrase with the sentence that makes a project of it, read."""

import pytest

from districts.matching.reading import read


def need(text):
    russian = any("а" <= letter <= "я" for letter in text.lower())
    return read(
        ("Хотим построить завод. " if russian else "We want to build a plant. ") + text
    ).need


def assert_range(got, low, high):
    assert got.min == (None if low is None else pytest.approx(low, rel=0.01))
    assert got.max == (None if high is None else pytest.approx(high, rel=0.01))


def assert_figure(got, value):
    assert got == (None if value is None else pytest.approx(value, rel=0.01))
