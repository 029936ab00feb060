"""Whose figure it is."""

import pytest

from districts.matching.reading.ownership import is_theirs
from districts.matching.reading.passage import Passage


def theirs(text):
    at = text.index("12")
    return is_theirs(Passage.of(text), at, at + 2)


def test_it_works():
    assert theirs("сейчас работает 12 человек")
    assert not theirs("нужно 12 га")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("наш завод в липецке занимает 12 га", True),
        ("наш завод вырос, нужно 12 га", False),
        ("the parent employs 12 people", True),
        ("existing building of 12 m2 wanted", False),
        ("staff 12 there", True),
        ("12 га", False),
    ],
)
def test_theirs(text, expected):
    assert theirs(text) is expected
