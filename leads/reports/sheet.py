"""A report as rows of a file: what it is called and counts, its headings, its figures."""

from collections.abc import Iterator


def rows(report) -> Iterator[list]:
    """Figures that are numbers stay numbers: a spreadsheet may add them up."""
    yield [str(report.title)]
    yield [str(report.definition)]
    yield [str(name) for name in report.columns]
    for row in report.rows:
        yield [_plain(cell.value) for cell in row]


def _plain(value):
    return value if isinstance(value, int | float) else str(value)
