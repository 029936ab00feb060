"""What came of a deed for many: how many, which not and why, ready to be tried again."""

import pytest

from leads.models import Batch
from tests.pipeline.test_bulk import send
from tests.world import boris, gleb, make_inquiry, maria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("row_by_row")]


def test_it_works(client):
    fine, foreign = make_inquiry(route_to=maria()), make_inquiry(route_to=boris())
    client.force_login(maria())
    send(client, "advance", [fine, foreign], to="visit")
    batch = Batch.objects.get()
    page = client.get(f"/pipeline/many/{batch.pk}/?lang=en")
    html = page.content.decode()
    assert "Done with 1 inquiry." in html
    assert "Not done with 1 inquiry" in html
    assert "another officer&#x27;s" in html
    assert [row.inquiry for row in page.context["rows"]] == [foreign]
    assert f'value="{foreign.pk}" aria-label="{foreign.number}" checked' in html


def test_it_is_shown_to_who_did_it_alone(client):
    batch = Batch.keep("advance", by=maria(), at=make_inquiry().opened_at, told=[], failed=[])
    client.force_login(gleb())
    assert client.get(f"/pipeline/many/{batch.pk}/").status_code == 404
