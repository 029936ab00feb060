"""LibreOffice opens what was exported and finds no formula. The whole: 5,000 hostile cells."""

import os
import shutil
import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

from leads.spreadsheets import csv_lines, xlsx_file
from tests.pipeline.test_export import hostile

WHOLE = os.environ.get("PROVE") == "whole"
CELLS = 5000
OFFICE = shutil.which("soffice")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
# Semicolons, double quotes, UTF-8, from the first line, formulas read as formulas.
FILTER = "--infilter=CSV:59,34,76,1,,0,false,true,false,false"

pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(not WHOLE, reason="LibreOffice is installed for the whole proofs alone"),
]


def opened(path, home, *more):
    """The cells as LibreOffice understood them: (formula or "", the words shown) of each."""
    line = [OFFICE, f"-env:UserInstallation=file://{home}", "--headless", *more]
    line += ["--convert-to", "ods", "--outdir", str(home / "out"), str(path)]
    subprocess.run(line, check=True, capture_output=True, timeout=300)
    with zipfile.ZipFile(home / "out" / f"{path.stem}.ods") as archive:
        tree = ElementTree.fromstring(archive.read("content.xml"))
    return [
        (cell.get(f"{TABLE}formula", ""), "".join(cell.itertext()))
        for cell in tree.iter(f"{TABLE}table-cell")
    ]


def rows():
    return [[hostile(n + at) for at in range(5)] for n in range(0, CELLS, 5)]


def test_it_sees_a_formula_that_is_one(tmp_path):
    path = tmp_path / "plain.csv"
    path.write_text("=1+1;x\r\n", encoding="utf-8")
    assert any(formula for formula, words in opened(path, tmp_path, FILTER))


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_cell_is_a_formula(tmp_path, kind):
    path = tmp_path / f"list.{kind}"
    if kind == "csv":
        path.write_bytes(b"".join(csv_lines(rows())))
    else:
        with xlsx_file(rows(), title="Заявки") as file:
            path.write_bytes(file.read())
    cells = opened(path, tmp_path, *([FILTER] if kind == "csv" else []))
    assert [formula for formula, words in cells if formula] == []
    told = sum(1 for formula, words in cells if words)
    print(f"{kind}: {told} cells, 0 formulas")
    assert told >= CELLS
