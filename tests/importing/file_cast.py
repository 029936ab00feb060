"""Files as people send them, and a run of one of them."""

import csv
import io

from leads.importing.columns import guessed
from leads.importing.files import read
from leads.importing.work import work
from leads.models import ImportRun
from tests.world import AT, gleb

INVESTORS = ["Компания", "Контактное лицо", "Телефон", "Почта", "ИНН"]
INQUIRIES = [*INVESTORS, "Суть", "Стадия", "Дата обращения", "Ответственный", "Площадь"]


def csv_of(headings, *lines, code="utf-8", delimiter=";") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([headings, *lines])
    return text.getvalue().encode(code)


def line(n: int, *more) -> list[str]:
    """An investor of his own."""
    phone, inn = f"+7 918 {n // 10000:03}-{n // 100 % 100:02}-{n % 100:02}", f"{n:010}"
    return [f"ООО «Сад {n}»", f"Пётр {n}", phone, f"p{n}@example.com", inn, *more]


def uploaded(content: bytes, kind="investors", by=None) -> ImportRun:
    table = read(content)
    return ImportRun.keep(
        table.kept(),
        kind=kind,
        name="list.csv",
        encoding=table.encoding,
        delimiter=table.delimiter,
        headings=table.headings,
        mapping=guessed(kind, table.headings),
        lines=len(table.lines),
        by=by or gleb(),
        at=AT,
    )


def worked(run: ImportRun, at=AT) -> ImportRun:
    """To its end, in as many slices as it takes."""
    run.refresh_from_db()
    while work(run, now=lambda: at):
        run.refresh_from_db()
    run.refresh_from_db()
    return run


def brought(content: bytes, kind="investors") -> ImportRun:
    run = uploaded(content, kind)
    assert run.start(at=AT)
    return worked(run)
