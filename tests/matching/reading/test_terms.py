"""Terms: whole words by stem, beginnings, phrases."""

import pytest

from districts.matching.reading.terms import TermIndex


def index(*terms):
    found = TermIndex()
    for term in terms:
        found.add(term, term)
    return found


def test_it_works():
    hits = index("вино", "консерв*").find(["завод", "вина", "и", "консервный"])
    assert [(hit.start, hit.payload) for hit in hits] == [(1, "вино"), (3, "консерв*")]


@pytest.mark.parametrize(
    ("term", "text", "met"),
    [
        ("вино", "виноград", False),
        ("data cent*", "data processing centre", True),
        ("data cent*", "data , centre", False),
        ("=сыр", "сыр", True),
        ("=сыр", "сырье", False),
        ("bedding", "bed", False),
    ],
)
def test_met(term, text, met):
    assert bool(index(term).find(text.split())) is met
