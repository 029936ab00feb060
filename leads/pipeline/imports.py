"""An import as its pages show it, and its refused lines as a file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from leads.importing.checking import Check
from leads.importing.columns import FIELDS
from leads.importing.files import stored
from leads.importing.lines import WHY
from leads.models import ImportRun

SHOWN = 50


def faults(run: ImportRun, found: Check) -> list[dict]:
    """Of the check: line, column and why."""
    return [_fault(run, line, field, code) for line, field, code in found.faults]


def refused(run: ImportRun) -> list[dict]:
    """Of the run, the first of them."""
    return [_fault(run, row.line, row.field, row.code) for row in run.rows.refused()[:SHOWN]]


def _fault(run: ImportRun, line: int, field: str, code: str) -> dict:
    place = run.mapping.get(field)
    heading = run.headings[place] if place is not None else ""
    return {"line": line, "column": heading or FIELDS[run.kind][field][0], "why": WHY[code]}


def refused_lines(run: ImportRun) -> Iterator[list]:
    """The file's own cells with the reason at the end: mend them and bring in this file alone."""
    rows = run.rows.refused().values_list("line", "field", "code")
    why = {line: (field, code) for line, field, code in rows}
    yield [*run.headings, _("Line"), _("Column"), _("Why it was not brought in")]
    with run.open() as file:
        for number, cells in stored(file):
            if number in why:
                said = _fault(run, number, *why[number])
                yield [*cells, number, str(said["column"]), str(said["why"])]
