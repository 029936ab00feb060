"""The refused lines as a file: the cells as they were, the reason beside, nothing calculated."""

import io

import pytest
from openpyxl import load_workbook

from tests.importing.file_cast import INVESTORS, brought, csv_of, line, uploaded
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    cells = ["=1+1", "@x", "нет номера", "+7@", ""]
    run = brought(csv_of(INVESTORS, line(1), cells))
    client.force_login(gleb())
    answer = client.get(f"/pipeline/imports/{run.pk}/refused/")
    rows = list(load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active.iter_rows())
    assert [cell.value for cell in rows[0]][:5] == INVESTORS
    assert [cell.value or "" for cell in rows[1]][:6] == [*cells, 3]
    assert rows[1][6].value == "Телефон"
    assert {cell.data_type for cell in rows[1][:4]} == {"s"}
    assert len(rows) == 2


def test_nothing_before_it_was_brought_in(client):
    run = uploaded(csv_of(INVESTORS, line(1)))
    client.force_login(gleb())
    assert client.get(f"/pipeline/imports/{run.pk}/refused/").status_code == 404
    client.force_login(maria())
    assert client.get(f"/pipeline/imports/{run.pk}/refused/").status_code == 403
