"""Files as lines of text: CSV in the codes and with the separators that people send, or XLSX."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

BYTES_AT_MOST = 20_000_000
UNPACKED_AT_MOST = 300_000_000
LINES_AT_MOST = 100_000
COLUMNS_AT_MOST = 60
CELL_AT_MOST = 10_000
SEPARATORS = ";,\t"


class FileError(Exception):
    """The file cannot be read at all; the message says why and what to do."""


@dataclass(frozen=True)
class Table:
    """How it was read, the headings, and the lines under them with their numbers in the file."""

    encoding: str
    delimiter: str
    headings: list[str]
    lines: list[tuple[int, list[str]]]

    def kept(self) -> bytes:
        """As it is stored: one form for every file, numbers of the lines first."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(["", *self.headings])
        writer.writerows([number, *cells] for number, cells in self.lines)
        return text.getvalue().encode()


def read(content: bytes) -> Table:
    """May raise FileError."""
    if len(content) > BYTES_AT_MOST:
        raise FileError(_("The file is larger than 20 MB. Split it."))
    if content.startswith(b"PK\x03\x04"):
        return _table("xlsx", "", _workbook(content))
    encoding, text = _decoded(content)
    delimiter = _delimiter(text)
    return _table(encoding, delimiter, _csv(text, delimiter))


def stored(file) -> Iterator[tuple[int, list[str]]]:
    """The lines of a kept file, without its headings."""
    reader = csv.reader(io.TextIOWrapper(file, encoding="utf-8", newline=""))
    next(reader)
    for number, *cells in reader:
        yield int(number), cells


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        codes = [("utf-16", "utf-16")]
    elif b"\0" in content[:2000]:
        # Without its mark: a Latin separator or a digit has its zero byte first or second.
        little = content[1:2000:2].count(0) >= content[0:2000:2].count(0)
        codes = [("utf-16", "utf-16-le" if little else "utf-16-be")]
    else:
        codes = [("utf-8", "utf-8-sig"), ("cp1251", "cp1251")]
    for name, code in codes:
        try:
            return name, content.decode(code)
        except UnicodeDecodeError:
            continue
    raise FileError(_("The letters of the file cannot be read. Save it as “CSV UTF-8” or XLSX."))


def _delimiter(text: str) -> str:
    """Whatever parts the first line into the most cells; none of them means one column."""
    first = text.lstrip("\ufeff\r\n ").partition("\n")[0]

    def cells(one: str) -> int:
        return len(next(csv.reader([first], delimiter=one), []))

    return max(SEPARATORS, key=cells)


def _csv(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    last = 0
    try:
        for cells in reader:
            yield last + 1, cells
            last = reader.line_num
    except csv.Error:
        said = _("Line %(line)s is no line of a table: is a quotation mark left open there?")
        raise FileError(said % {"line": last + 1}) from None


def _workbook(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """The first sheet, its values alone: nothing is calculated."""
    broken = _("This is no XLSX workbook. Save it again as “.xlsx” or as “CSV UTF-8”.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_AT_MOST:
                raise FileError(_("The workbook is too large once it is unpacked. Split it."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            yield number, [_cell(value) for value in cells]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, IndexError):
        raise FileError(broken) from None


def _cell(value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value)
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return value.strftime("%Y-%m-%d")
        case _:
            return str(value)


def _table(encoding: str, delimiter: str, found) -> Table:
    headings: list[str] | None = None
    lines: list[tuple[int, list[str]]] = []
    for number, cells in found:
        cells = [cell.replace("\0", "").strip()[:CELL_AT_MOST] for cell in cells]
        if not any(cells):
            continue
        if headings is None:
            headings = cells[:COLUMNS_AT_MOST]
            while headings and not headings[-1]:
                headings.pop()
            continue
        if len(lines) == LINES_AT_MOST:
            said = _("The file has more than %(most)s lines. Split it.")
            raise FileError(said % {"most": f"{LINES_AT_MOST:_}".replace("_", "\xa0")})
        padded = cells[: len(headings)] + [""] * (len(headings) - len(cells))
        lines.append((number, padded))
    if not headings or not lines:
        raise FileError(_("The file is empty. The first line names the columns."))
    return Table(encoding, delimiter, headings, lines)
