"""A report as a file that a spreadsheet opens without running anything of it."""

import csv
import io

import pytest
import time_machine
from openpyxl import load_workbook

from leads.models import Officer, User
from leads.reports.catalogue import REPORTS
from leads.spreadsheets import defused
from tests.reports.figures import NOW, inquiry, moscow
from tests.world import boris, gleb, maria, olga

pytestmark = pytest.mark.django_db
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def table(answer) -> list[list[str]]:
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_it_works(client):
    inquiry(1).advance(to="qualified", by=None, at=moscow(11))
    client.force_login(gleb())
    answer = client.get("/reports/funnel/csv/?lang=en")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="funnel.csv"'
    assert answer.content.startswith(b"\xef\xbb\xbf")
    lines = table(answer)
    assert lines[0] == ["Inquiries that came in: 1, won of them: 0"]
    assert lines[2:5] == [
        ["Stage", "Inquiries", "Conversion", "Median days from the stage before"],
        ["New", "1", "—", "—"],
        ["Qualified", "1", "1 of 1", "1.0"],
    ]


def test_the_same_as_xlsx_where_figures_are_figures(client):
    maria()
    User.objects.filter(username="maria").update(first_name="=HYPERLINK(1)")
    inquiry(1, officer=Officer.objects.get())
    client.force_login(gleb())
    answer = client.get("/reports/workload/csv/?format=xlsx")
    assert 'filename="workload.xlsx"' in answer["Content-Disposition"]
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    row = next(book.active.iter_rows(min_row=4))
    assert (row[0].value, row[0].data_type) == ("=HYPERLINK(1)", "s")
    assert {cell.data_type for cell in row[1:]} <= {"n", "s"}


def test_every_report_has_its_file(client):
    client.force_login(gleb())
    for report in REPORTS:
        assert len(table(client.get(f"/reports/{report}/csv/"))) >= 3, report


@pytest.mark.parametrize("begins", DANGEROUS)
def test_no_cell_is_a_formula(client, begins):
    assert defused(f"{begins}1+1") == f"'{begins}1+1"
    maria()
    User.objects.filter(username="maria").update(first_name=f"{begins}HYPERLINK(1)")
    inquiry(1, officer=Officer.objects.get())
    client.force_login(gleb())
    cells = [cell for row in table(client.get("/reports/workload/csv/")) for cell in row]
    assert any("HYPERLINK(1)" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(DANGEROUS)]


def test_figures_stay_as_they_are():
    assert (defused(12), defused("—"), defused("1–4 h")) == (12, "—", "1–4 h")


def test_a_manager_takes_his_own_only(client):
    inquiry(1, officer=maria().officer)
    inquiry(2, officer=boris().officer)
    client.force_login(maria())
    assert [row[0] for row in table(client.get("/reports/workload/csv/"))[3:]] == ["Maria"]


def test_an_operator_may_not(client):
    client.force_login(olga())
    assert client.get("/reports/funnel/csv/").status_code == 403


def test_a_report_that_there_is_not_is_missing(client):
    client.force_login(gleb())
    assert client.get("/reports/nonsense/csv/").status_code == 404
