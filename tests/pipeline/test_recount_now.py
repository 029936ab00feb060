"""The head counts anew without waiting for the five minutes."""

import pytest

from leads import tasks
from leads.models import Inquiry, LedgerResult
from tests.world import gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
URL = "/pipeline/ledger/recount/"


def test_it_works(client):
    make_inquiry()
    tasks.sweep()
    client.force_login(gleb())
    page = client.post(URL, follow=True)
    assert "Пересчитано" in page.content.decode()
    assert LedgerResult.newest().inquiries == 1
    Inquiry.objects.update(search="")
    page = client.post(URL, follow=True)
    assert "1 расхождение." in page.content.decode()


def test_looking_alone_counts_nothing(client):
    client.force_login(gleb())
    assert client.get(URL).status_code == 405
    assert not LedgerResult.objects.exists()


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(URL).status_code == 403
