"""Files as investors send them, sound and hostile, made by hand."""

import io
import zipfile

PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64
JPG = b"\xff\xd8\xff\xe0" + b"\0" * 64


def archive(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as made:
        for name in names:
            made.writestr(name, "<xml/>")
    return kept.getvalue()


DOCX = archive("[Content_Types].xml", "word/document.xml")
XLSX = archive("[Content_Types].xml", "xl/workbook.xml")
PPTX = archive("[Content_Types].xml", "ppt/presentation.xml")
SOUND = {"a.pdf": PDF, "b.png": PNG, "c.jpg": JPG, "d.docx": DOCX, "e.xlsx": XLSX, "f.pptx": PPTX}
HOSTILE = {
    "page.pdf": b"<html><script>alert(1)</script></html>",
    "picture.png": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "run.pdf": b"MZ\x90\0",
    "script.jpg": b"#!/bin/sh\nrm -rf /",
    "macro.docx": archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "any.docx": archive("readme.txt"),
    "many.docx": archive("[Content_Types].xml", *(f"word/{n}.xml" for n in range(6000))),
    "cut.docx": DOCX[:60],
    "torn.docx": b"PK\x03\x04" + b"\xff" * 200,
    "text.txt": b"just words",
}
