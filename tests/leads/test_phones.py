"""Phone numbers: a table of spellings, then search, display and what must not hang."""

import csv
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.phones import LONGEST_TEXT, Phone, digits_for_search, format_phone, parse_phone

TABLE = Path(__file__).with_name("phone_spellings.csv")


def unescape(text):
    """The table writes invisible characters as \\u200e, \\n and \\t, so that a reader sees them."""
    text = text.replace("\\n", "\n").replace("\\t", "\t")
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


with TABLE.open(encoding="utf-8", newline="") as lines:
    SPELLINGS = [
        pytest.param(
            row["region"] or None,
            unescape(row["spelling"]),
            (
                row["e164"] or None,
                row["extension"],
                row["country"] or None,
                row["problem"] or None,
                row["rest"],
            ),
            id=f"{row['region'] or 'none'}: {row['spelling']}",
        )
        for row in csv.DictReader(lines)
    ]


def test_it_works():
    assert parse_phone(" 8 (861) 251-77-64 доб. 12 ") == Phone(
        raw="8 (861) 251-77-64 доб. 12", e164="+78612517764", extension="12", country="RU"
    )


def test_the_table_holds_two_hundred_different_spellings():
    assert len({(case.values[0], case.values[1]) for case in SPELLINGS}) == len(SPELLINGS) >= 200


@pytest.mark.parametrize(("region", "spelling", "expected"), SPELLINGS)
def test_spelling(region, spelling, expected):
    phone = parse_phone(spelling, region)
    read = (phone.e164, phone.extension, phone.country, phone.problem, phone.rest)
    assert read == expected
    assert phone.raw == spelling.strip()


def test_only_an_impossible_number_is_blocked():
    assert parse_phone("251-77-64").blocked
    assert not parse_phone("8 000 000-00-00").blocked
    assert not parse_phone("8 861 251-77-64").blocked


def test_a_missing_country_is_asked_for_and_then_used():
    assert parse_phone("030 901820", None).problem == "country_missing"
    assert parse_phone("030 901820", "DE").e164 == "+4930901820"


@pytest.mark.parametrize(
    "piece", ["8", "+", " ", "(", "доб. 1 ", "8 861 ", "/", "\u200b", "ﷺ", "x"]
)
def test_a_megabyte_does_not_hang(piece):
    text = piece * (1_000_000 // len(piece))
    before = time.process_time()
    phone = parse_phone(text)
    digits_for_search(text)
    assert time.process_time() - before < 0.5
    assert phone.blocked
    assert len(phone.raw) <= LONGEST_TEXT


def test_spaces_around_do_not_count_as_length():
    assert parse_phone(" " * 1000 + "8 861 251-77-64").e164 == "+78612517764"


@given(st.text(max_size=60), st.sampled_from(["RU", "DE", "US", None]))
def test_any_text_gets_an_answer(text, region):
    phone = parse_phone(text, region)
    assert phone.blocked == (phone.e164 is None)
    assert phone.blocked == (phone.problem not in {None, "unusual"})
    if phone.e164:
        assert re.fullmatch(r"\+[1-9]\d{3,14}", phone.e164)


@given(
    st.from_regex(r"(861251|91812|49512)", fullmatch=True),
    st.integers(0, 99999),
    st.sampled_from(["8{}", "+7{}", "7{}", "{}", "+7 (8) {}", "8-10-7-{}", "007{}"]),
)
def test_every_russian_prefix_gives_one_number(start, end, prefix):
    national = f"{start}{end:05d}"[:10].ljust(10, "0")
    assert parse_phone(prefix.format(national)).e164 == "+7" + national


@given(st.sampled_from(["+78612517764", "+4930901820", "+39066982", "+12024561111"]))
def test_what_was_formatted_is_read_again(e164):
    assert parse_phone(format_phone(e164), None).e164 == e164


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("8 861", ("7861", "8861")),
        ("8 (861) 251-77-64", ("78612517764", "88612517764")),
        ("+7 861 251", ("7861251",)),
        ("+7 (8) 861 251", ("7861251", "78861251")),
        ("861 251", ("761251", "861251")),
        ("251-77-64", ("2517764",)),
        ("77 64", ("7764",)),
        ("251-77-64 доб. 12", ("2517764",)),
        ("810 49 30", ("4930", "7104930", "8104930")),
        ("00 49 30", ("4930", "004930")),
        ("２５１７７", ("25177",)),
        ("\u200e+49\u00a030", ("4930",)),
        ("Иванов", ()),
        ("", ()),
    ],
)
def test_digits_for_search(fragment, expected):
    assert digits_for_search(fragment) == expected


def test_every_fragment_of_a_number_is_found_in_it():
    typed, stored = "8 (861) 251-77-64", "78612517764"
    for length in range(3, len(typed) + 1):
        fragment = typed[:length]
        assert any(digits in stored for digits in digits_for_search(fragment)), fragment


@pytest.mark.parametrize(
    ("e164", "expected"),
    [
        ("+78612517764", "+7 861 251-77-64"),
        ("+79181234567", "+7 918 123-45-67"),
        ("+4930901820", "+49 30 901820"),
        ("+12024561111", "+1 202-456-1111"),
        ("not a number", "not a number"),
        ("", ""),
    ],
)
def test_format_phone(e164, expected):
    assert format_phone(e164) == expected
