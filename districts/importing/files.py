"""Registry files as rows of text with line numbers: CSV or XLSX, one table a file or sheet."""

import csv
import hashlib
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_BYTES = 20_000_000
MOST_CELL = 10_000


class FileError(Exception):
    """A file that cannot be read at all; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as text. `rows` holds (line number, {column: text}); blank lines are left out."""

    table: str
    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def read(path: Path, tables: tuple[str, ...]) -> tuple[list[Sheet], str]:
    """The sheets of a directory, CSV or XLSX file, and a fingerprint of the bytes read."""
    if not path.exists():
        raise FileError(f"{path}: no such file or directory.")
    suffixes = {".csv", ".xlsx"}
    files = (
        sorted(file for file in path.iterdir() if file.suffix.lower() in suffixes)
        if path.is_dir()
        else [path]
    )
    if not files:
        raise FileError(f"{path}: no .csv or .xlsx file in this directory.")
    sheets, digest = [], hashlib.sha256()
    for file in files:
        content = _bytes(file)
        digest.update(content)
        if file.suffix.lower() == ".xlsx":
            sheets += _workbook(file.name, content, tables)
        elif file.suffix.lower() == ".csv":
            sheets.append(_csv(file.name, content, _table(file.stem, file.name, tables)))
        else:
            raise FileError(f"{file.name}: give a .csv or .xlsx file, or a directory of them.")
    seen = {}
    for sheet in sheets:
        if sheet.table in seen:
            raise FileError(f"{sheet.file}: {sheet.table} is given in {seen[sheet.table]} too.")
        seen[sheet.table] = sheet.file
    return sheets, digest.hexdigest()


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise FileError(f"{file.name}: larger than 20 MB; split it.")
        return file.read_bytes()
    except OSError as error:
        raise FileError(f"{file.name}: cannot be read ({error.strerror}).") from None


def _table(name: str, file: str, tables: tuple[str, ...]) -> str:
    table = name.strip().lower()
    if table not in tables:
        raise FileError(f"{file}: “{name}” is no table. Name it one of: {', '.join(tables)}.")
    return table


def _text(content: bytes, file: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content:
        raise FileError(f"{file}: not UTF-8 or Windows-1251 text. Save it as “CSV UTF-8”.")
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileError(f"{file}: neither UTF-8 nor Windows-1251. Save it as “CSV UTF-8”.")


def _csv(file: str, content: bytes, table: str) -> Sheet:
    text = _text(content, file)
    first = text.split("\n", 1)[0]
    # `;` inside the header can only be the delimiter: no column has it in its name.
    delimiter = ";" if ";" in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines, last = [], 0
    try:
        for cells in reader:
            lines.append((last + 1, cells))
            last = reader.line_num
    except csv.Error as error:
        raise FileError(f"{file}, line {last + 1}: not a CSV row ({error}).") from None
    return _sheet(table, file, lines)


def _workbook(file: str, content: bytes, tables: tuple[str, ...]) -> list[Sheet]:
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = {
            sheet.title: [
                (number, [_cell(value) for value in cells])
                for number, cells in enumerate(sheet.iter_rows(values_only=True), 1)
            ]
            for sheet in book.worksheets
        }
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise FileError(f"{file}: not an XLSX workbook. Save it again as “.xlsx”.") from None
    names = list(sheets)
    if len(names) == 1 and names[0].strip().lower() not in tables:
        stem = file.rsplit(".", 1)[0]
        return [_sheet(_table(stem, file, tables), file, sheets[names[0]])]
    return [
        _sheet(_table(name, f"{file}, sheet {name}", tables), f"{file}, sheet {name}", lines)
        for name, lines in sheets.items()
        if any(any(cells) for _, cells in lines)
    ]


def _cell(value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return value.strftime("%Y-%m-%d")
        case _:
            return str(value)


def _sheet(table: str, file: str, lines: list[tuple[int, list[str]]]) -> Sheet:
    lines = [(number, cells) for number, cells in lines if any(cell.strip() for cell in cells)]
    if not lines:
        raise FileError(f"{file}: empty. The first line names the columns.")
    columns = [cell.strip().lower() for cell in lines[0][1]]
    while columns and not columns[-1]:
        columns.pop()
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise FileError(f"{file}: column {', '.join(twice) or '(blank)'} stands twice.")
    rows = []
    for number, cells in lines[1:]:
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise FileError(
                f"{file}, line {number}: {len(cells)} cells for {len(columns)} columns. "
                "Put text that holds the delimiter into double quotes."
            )
        if any(len(cell) > MOST_CELL for cell in cells):
            raise FileError(f"{file}, line {number}: a cell is longer than {MOST_CELL} signs.")
        padded = [*cells, *[""] * (len(columns) - len(cells))]
        rows.append((number, dict(zip(columns, padded, strict=True))))
    return Sheet(table, file, tuple(columns), tuple(rows))
