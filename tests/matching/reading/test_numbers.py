"""Numbers in words and spellings become digits; phones and dates vanish."""

import pytest

from districts.matching.reading.numbers import digits, spelled
from districts.matching.reading.words import normalise


def test_it_works():
    assert digits("полтора гектара") == "1.5 гектара"


@pytest.mark.parametrize(
    ("said", "digit"),
    [
        ("два с половиной мегаватта", "2.5 мегаватта"),
        ("two and a half hectares", "2.5 hectares"),
        ("one and a half hectares", "1.5 hectares"),
        ("half a hectare", "0.5 hectare"),
        ("сто двадцать человек", "120 человек"),
        ("двести пятьдесят", "250"),
        ("one hundred and fifty people", "150 people"),
        ("двадцать-тридцать", "20-30"),
        ("10 000 м2", "10000 м2"),
        ("1,2 мвт", "1.2 мвт"),
        ("1,200 jobs", "1200 jobs"),
        ("1,250 мвт", "1.250 мвт"),
        ("3га", "3 га"),
        ("2,5тыс м2", "2.5 тыс м2"),
        ("полмегаватта", "0.5 мегаватта"),
        ("гектаров пять", "5 гектаров"),
        ("метров 300-400", "300-400 м2"),
        ("rub 640m", "rub 640 mln"),
        ("пять тысяч", "5000"),
    ],
)
def test_digits(said, digit):
    assert " ".join(digits(normalise(said)).split()) == digit


@pytest.mark.parametrize(
    "text",
    ["+7 (861) 251-77-64", "8 918 000 11 22", "89181234567", "251-77-64", "15.03.2027", "10:30"],
)
def test_phones_and_dates_vanish(text):
    assert not any(c.isdigit() for c in digits(text))


@pytest.mark.parametrize(
    ("words", "number"),
    [("двадцать пять", "25"), ("two thousand five hundred", "2500"), ("тысяча", "тысяча")],
)
def test_spelled(words, number):
    assert spelled(words) == number
