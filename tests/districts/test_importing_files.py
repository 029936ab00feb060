"""Files as sheets of text: any bytes at all give rows or a FileError."""

import csv
import io
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from districts.importing.files import MOST_BYTES, FileError, read

TABLES = ("parks", "districts")


def write(tmp_path, content, name="parks.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_it_works(tmp_path):
    sheets, fingerprint = read(write(tmp_path, 'id,note\n\na,"one\ntwo"\nb,\n'), TABLES)
    assert sheets[0].columns == ("id", "note")
    assert sheets[0].rows == ((3, {"id": "a", "note": "one\ntwo"}), (5, {"id": "b", "note": ""}))
    assert len(fingerprint) == 64


def test_short_rows_are_filled_with_blanks(tmp_path):
    sheets, _ = read(write(tmp_path, "id,name_ru,name_en\na\n"), TABLES)
    assert sheets[0].rows[0][1] == {"id": "a", "name_ru": "", "name_en": ""}


def test_the_fingerprint_follows_the_bytes(tmp_path):
    _, first = read(write(tmp_path, "id\na\n"), TABLES)
    _, second = read(write(tmp_path, "id\nb\n"), TABLES)
    assert first != second


def test_a_table_given_twice_is_refused(tmp_path):
    write(tmp_path, "id\na\n"), write(tmp_path, "id\na\n", "Parks.CSV")
    with pytest.raises(FileError, match="given in"):
        read(tmp_path, TABLES)


def test_too_large_a_file_is_refused_unread(tmp_path):
    path = write(tmp_path, "id\n")
    with path.open("r+b") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileError, match="larger than 20 MB"):
        read(path, TABLES)


def test_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(FileError, match=r"give a \.csv or \.xlsx"):
        read(write(tmp_path, "id\n", "parks.ods"), TABLES)


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400), suffix=st.sampled_from(["csv", "xlsx"]))
@example(content=b"id\n" + b'"', suffix="csv")
@example(content=b"PK\x05\x06" + bytes(18), suffix="xlsx")
def test_any_bytes_are_rows_or_a_reason(content, suffix):
    with tempfile.TemporaryDirectory() as directory:
        path = write(Path(directory), content, f"parks.{suffix}")
        with suppress(FileError):
            sheets, _ = read(path, TABLES)
            assert all(set(row) == set(sheet.columns) for sheet in sheets for _, row in sheet.rows)


CELL = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r"), max_size=20)


@settings(deadline=None)
@given(rows=st.lists(st.tuples(CELL, CELL), max_size=6), delimiter=st.sampled_from(",;"))
def test_what_a_spreadsheet_writes_is_read_back(rows, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([("id", "note"), *rows])
    with tempfile.TemporaryDirectory() as directory:
        sheets, _ = read(write(Path(directory), out.getvalue()), TABLES)
    told = [(row["id"], row["note"]) for _, row in sheets[0].rows]
    assert told == [row for row in rows if row[0].strip() or row[1].strip()]
