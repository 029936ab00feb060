"""What a file is, by its content alone: a name or a header is what the sender wishes it to be.

Pure: no Django. Nothing is unpacked or decoded: of an archive only the list of names is read.
"""

import zipfile
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True)
class FileKind:
    suffix: str
    content_type: str


_OFFICE = "application/vnd.openxmlformats-officedocument"
_BEGINNINGS = (
    (b"%PDF-", FileKind("pdf", "application/pdf")),
    (b"\x89PNG\r\n\x1a\n", FileKind("png", "image/png")),
    (b"\xff\xd8\xff", FileKind("jpg", "image/jpeg")),
)
# Office documents are archives with a folder of their own.
_ARCHIVES = (
    ("word/document.xml", FileKind("docx", f"{_OFFICE}.wordprocessingml.document")),
    ("xl/workbook.xml", FileKind("xlsx", f"{_OFFICE}.spreadsheetml.sheet")),
    ("ppt/presentation.xml", FileKind("pptx", f"{_OFFICE}.presentationml.presentation")),
)
SUFFIXES = tuple(kind.suffix for _, kind in (*_BEGINNINGS, *_ARCHIVES))
# A document of a thousand parts is none; the list of names of a larger one is not read to its end.
ENTRIES_AT_MOST = 5000
_END_AT_MOST = 66_000


def kind_of(file: BinaryIO) -> FileKind | None:
    """None for anything that is not on the list. Leaves the file at its beginning."""
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    return _document(file) if head.startswith(b"PK\x03\x04") else None


def _document(file: BinaryIO) -> FileKind | None:
    if _entries(file) > ENTRIES_AT_MOST:
        return None
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    finally:
        file.seek(0)
    if "[Content_Types].xml" not in names:
        return None
    # Macros run in the reader's office, whatever we serve them as.
    if any(name.rpartition("/")[2].startswith("vbaProject") for name in names):
        return None
    return next((kind for part, kind in _ARCHIVES if part in names), None)


def _entries(file: BinaryIO) -> int:
    """How many parts the archive names at its end, counted before its list is read."""
    file.seek(0, 2)
    file.seek(max(file.tell() - _END_AT_MOST, 0))
    end = file.read()
    file.seek(0)
    place = end.rfind(b"PK\x05\x06")
    return int.from_bytes(end[place + 10 : place + 12], "little") if place >= 0 else 0
