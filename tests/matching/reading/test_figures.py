"""Numbers with units: ranges, bounds, and what is no figure."""

import pytest

from districts.matching.need import Bounds
from districts.matching.reading.figures import find
from districts.matching.reading.numbers import digits
from districts.matching.reading.passage import Passage

from .callers import need


def figures(text):
    return [(f.unit, f.low, f.high) for f in find(Passage.of(digits(text)))]


def test_it_works():
    assert figures("от 3 до 5 га, 2 мвт") == [("ha", 3, 5), ("mw", 2, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 га, до 5 мвт", [("ha", 3, 3), ("mw", None, 5)]),
        ("3 га и 1.2 мвт", [("ha", 3, 3), ("mw", 1.2, 1.2)]),
        ("between 4 and 6 ha", [("ha", 4, 6)]),
        ("5-7 тыс.кв.м", [("m2", 5000, 7000)]),
        ("800 млн - 1 млрд руб", [("rub", 8e8, 1e9)]),
        ("от 3 га до 5 га", [("ha", 3, 5)]),
        ("5 га и более", [("ha", 5, None)]),
        ("7-5 га", []),
        ("0 га", []),
    ],
)
def test_found(text, expected):
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "тел. 8 918 000 11 22",
        "+7 (861) 251-77-64",
        "ИНН 2310031475",
        "фирма основана в 1998 году",
        "завтра с 9 до 18",
        "15.03.2027",
    ],
)
def test_decoys_are_no_figures(text):
    got = need(text)
    assert got.land_ha == got.building_m2 == got.jobs == Bounds()
    assert got.power_mw is got.capex_mln_rub is got.hazard_class is None
