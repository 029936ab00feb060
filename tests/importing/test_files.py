"""Files are read in the codes and with the separators that people send, cell by cell as typed."""

import io

import pytest
from openpyxl import Workbook

from leads.importing.columns import guessed
from leads.importing.files import FileError, read, stored
from tests.importing.file_cast import INQUIRIES, INVESTORS, csv_of, line

CODES = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_it_works(code, delimiter):
    table = read(csv_of(INVESTORS, line(1), line(2), code=code, delimiter=delimiter))
    assert table.headings == INVESTORS
    assert table.lines == [(2, line(1)), (3, line(2))]
    assert table.delimiter == delimiter
    assert table.encoding == code.removesuffix("-sig").removesuffix("-le").removesuffix("-be")


def test_a_workbook_is_read_without_calculating():
    book = Workbook()
    book.active.append(INVESTORS)
    book.active.append(["ООО «Сад»", "Пётр", 79181234567, "p@example.com", 123456789012.0])
    book.active.append(["'=1+1", None, "+7 918 123-45-67", "", ""])
    file = io.BytesIO()
    book.save(file)
    table = read(file.getvalue())
    assert table.encoding == "xlsx"
    assert table.lines[0][1][2:] == ["79181234567", "p@example.com", "123456789012"]
    assert table.lines[1][1][:3] == ["'=1+1", "", "+7 918 123-45-67"]


def test_what_is_kept_is_read_again_as_it_was():
    cells = ["=1+1", "+7 918", '";"', "two\nlines", "a\tb"]
    table = read(csv_of(INVESTORS, cells, code="cp1251"))
    assert list(stored(io.BytesIO(table.kept()))) == [(2, cells)]


def test_blank_lines_are_passed_over_and_keep_their_numbers():
    table = read(csv_of(INVESTORS, [], line(1), ["", ""], line(2)))
    assert [number for number, cells in table.lines] == [3, 5]


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", "Компания\n".encode(), b"PK\x03\x04broken", b"\x98\x98;\x98\n"]
)
def test_what_is_no_table_is_refused_with_words(content):
    with pytest.raises(FileError) as refusal:
        read(content)
    assert str(refusal.value)


def test_too_many_lines_are_refused(monkeypatch):
    monkeypatch.setattr("leads.importing.files.LINES_AT_MOST", 2)
    with pytest.raises(FileError):
        read(csv_of(INVESTORS, line(1), line(2), line(3)))


def test_columns_are_guessed_in_both_languages():
    assert guessed("investors", INVESTORS) == {
        "company": 0,
        "person": 1,
        "phone": 2,
        "email": 3,
        "inn": 4,
    }
    found = guessed("inquiries", INQUIRIES)
    assert (found["text"], found["stage"], found["came_on"]) == (5, 6, 7)
    english = guessed("inquiries", ["Company name", "Full name", "Phone", "E-mail", "Request"])
    assert english == {"company": 0, "person": 1, "phone": 2, "email": 3, "text": 4}
    assert guessed("investors", ["x", "", "x"]) == {}
