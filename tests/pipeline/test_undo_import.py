"""A run is taken back by the head, once."""

import pytest

from leads.models import ImportRun, Investor
from tests.importing.file_cast import INVESTORS, brought, csv_of, line, worked
from tests.world import AT, gleb, maria

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr("leads.pipeline.views.imports.timezone.now", lambda: AT)


def press(client, run):
    client.post(f"/pipeline/imports/{run.pk}/undo/")
    run.refresh_from_db()
    return run


def test_it_works(client):
    run = brought(csv_of(INVESTORS, line(1)))
    client.force_login(gleb())
    page = client.get(f"/pipeline/imports/{run.pk}/")
    assert page.context["undoable"]
    assert press(client, run).state == ImportRun.State.UNDOING
    worked(run)
    assert not Investor.objects.exists()
    assert not client.get(f"/pipeline/imports/{run.pk}/").context["undoable"]
    assert press(client, run).state == ImportRun.State.UNDONE


def test_a_manager_may_not(client):
    run = brought(csv_of(INVESTORS, line(1)))
    client.force_login(maria())
    assert press(client, run).state == ImportRun.State.DONE
