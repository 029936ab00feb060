"""A file is sent, read, and listed with what became of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from leads.models import ImportRun, Investor
from tests.importing.file_cast import INVESTORS, csv_of, line
from tests.world import andrey, gleb, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/imports/"


def send(client, content, kind="investors", name="список.csv"):
    return client.post(URL, {"kind": kind, "file": SimpleUploadedFile(name, content)})


def test_it_works(client, uploads):
    client.force_login(gleb())
    answer = send(client, csv_of(INVESTORS, line(1), code="cp1251"))
    run = ImportRun.objects.get()
    assert answer["Location"] == f"{URL}{run.pk}/"
    assert (run.encoding, run.delimiter, run.lines, run.by) == ("cp1251", ";", 1, gleb())
    assert run.mapping["phone"] == 2
    assert not Investor.objects.exists()
    assert "список.csv" in client.get(URL).content.decode()
    kept = [path for path in uploads.rglob("*") if path.is_file()]
    assert [path.stat().st_mode & 0o777 for path in kept] == [0o600]
    assert "csv" not in kept[0].name


@pytest.mark.parametrize("who", [maria, olga, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert send(client, csv_of(INVESTORS, line(1))).status_code == 403
    assert not ImportRun.objects.exists()


def test_what_is_no_table_is_refused_and_says_what_to_do(client):
    client.force_login(gleb())
    answer = send(client, b"PK\x03\x04 no workbook", name="a.xlsx")
    assert answer.status_code == 422
    assert "CSV UTF-8" in answer.content.decode()
    assert not ImportRun.objects.exists()
