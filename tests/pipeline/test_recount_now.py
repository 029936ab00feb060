"""The head has the ledger counted anew without waiting for the five minutes."""

import pytest

from leads import doorbell, tasks
from leads.models import Inquiry, LedgerResult
from tests.world import gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
URL = "/pipeline/ledger/recount/"


@pytest.fixture
def rung(monkeypatch):
    rings = []
    monkeypatch.setattr(doorbell, "ring", lambda task, key: rings.append((task, key)))
    return rings


def test_it_works(client, rung):
    make_inquiry()
    tasks.sweep()
    tasks.ledger()
    rung.clear()
    client.force_login(gleb())
    page = client.post(URL)
    assert rung == [("leads.ledger", 0)]
    waiting = client.get(page.url)
    assert waiting.context["counting"] == str(LedgerResult.newest().pk)
    assert 'hx-trigger="load delay:2s"' in waiting.content.decode()
    Inquiry.objects.update(search="")
    tasks.ledger.run(0)
    swapped = client.get(page.url, headers={"HX-Request": "true"})
    assert swapped.context["counting"] == ""
    html = swapped.content.decode()
    assert "1 расхождение" in html
    assert "<html" not in html


def test_the_first_one(client, rung):
    client.force_login(gleb())
    page = client.post(URL)
    assert client.get(page.url).context["counting"] == "0"
    tasks.ledger.run()
    assert client.get(page.url).context["counting"] == ""


def test_looking_alone_counts_nothing(client, rung):
    client.force_login(gleb())
    assert client.get(URL).status_code == 405
    assert rung == []


def test_who_may_not(client, rung):
    client.force_login(maria())
    assert client.post(URL).status_code == 403
    assert rung == []
