"""Bringing in begins once, when the columns are known."""

import pytest

from leads.models import ImportRun
from tests.importing.file_cast import INVESTORS, csv_of, line, uploaded
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db


def press(client, run):
    client.post(f"/pipeline/imports/{run.pk}/start/")
    run.refresh_from_db()
    return run


def test_it_works(client, monkeypatch, django_capture_on_commit_callbacks):
    rung = []
    monkeypatch.setattr("leads.doorbell._send", lambda task, key: rung.append((task, key)))
    run = uploaded(csv_of(INVESTORS, line(1)))
    client.force_login(gleb())
    with django_capture_on_commit_callbacks(execute=True):
        assert press(client, run).state == ImportRun.State.RUNNING
        press(client, run)
    assert rung == [("leads.bring_in", run.pk)]


def test_not_without_its_columns(client):
    run = uploaded(csv_of(["a", "b"], ["x", "y"]))
    client.force_login(gleb())
    assert press(client, run).state == ImportRun.State.UPLOADED


def test_a_manager_may_not(client):
    run = uploaded(csv_of(INVESTORS, line(1)))
    client.force_login(maria())
    assert press(client, run).state == ImportRun.State.UPLOADED
