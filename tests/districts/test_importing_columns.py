"""Readers of cells: a value, or ValueError that says what to write; nothing else, whatever stands
in the cell."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from districts.importing import columns
from districts.importing.tables import TABLES

READERS = {column.read for table in TABLES.values() for column in table.columns.values()}


@pytest.mark.parametrize(
    ("read", "cell", "value"),
    [
        (columns.decimal(0, 100, 2), " 12,5 ", Decimal("12.5")),
        (columns.decimal(0, 100_000, 2), "1 200.456", Decimal("1200.46")),
        (columns.decimal(0, 100, 2), "", None),
        (columns.whole(0, 100), "15.0", 15),
        (columns.yes_no, "Да", True),
        (columns.yes_no, "no", False),
        (columns.yes_no, " ", None),
        (columns.offered, "", True),
        (columns.weight, "", Decimal(1)),
        (columns.oktmo, "3601000", "03601000"),
        (columns.as_of, "31.01.2026", "2026-01-31"),
        (columns.several(columns.slug), "glass; cement;", ["glass", "cement"]),
        (columns.text(20), "  a\n b ", "a b"),
        (columns.reference, "", None),
    ],
)
def test_it_works(read, cell, value):
    assert read(cell) == value


@pytest.mark.parametrize(
    ("read", "cell"),
    [
        (columns.whole(0, 100), "1.5"),
        (columns.decimal(0, 100, 2), "over 50"),
        (columns.decimal(0, 100, 2), "Infinity"),
        (columns.decimal(0, 100, 2), "1e999999999"),
        (columns.whole(0, 100), "1e999999999"),
        (columns.decimal(0, 100, 2), "101"),
        (columns.oktmo, "12345"),
        (columns.slug, "Привет"),
        (columns.slug, "x" * 61),
        (columns.yes_no, "maybe"),
        (columns.as_of, "30.02.2026"),
        (columns.text(20), "a\x00b"),
    ],
)
def test_what_is_refused(read, cell):
    with pytest.raises(ValueError, match=r"."):
        read(cell)


@settings(deadline=None)
@given(cell=st.text(max_size=60) | st.from_regex(r"-?[0-9]{1,20}([.,eE][0-9]{1,9})?"))
def test_any_text_is_a_value_or_a_reason(cell):
    for read in READERS:
        with suppress(ValueError):
            read(cell)
