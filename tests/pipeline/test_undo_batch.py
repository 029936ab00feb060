"""One undo for a whole batch."""

import pytest
from django.utils import timezone

from leads.models import Batch, Inquiry
from tests.pipeline.test_bulk import send
from tests.world import boris, gleb, make_inquiry, maria

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("row_by_row")]


def undo(client):
    return client.post(f"/pipeline/many/{Batch.objects.get().pk}/undo/?lang=en", follow=True)


def test_it_works(client):
    rows = [make_inquiry(route_to=maria()) for _ in range(3)]
    client.force_login(gleb())
    send(client, "assign", rows, officer=boris().officer.pk)
    assert "3 inquiries are as before." in undo(client).content.decode()
    assert {row.officer for row in Inquiry.objects.all()} == {maria().officer}
    assert "0 inquiries are as before." in undo(client).content.decode()


def test_what_moved_on_is_left_where_it_is(client):
    rows = [make_inquiry(route_to=maria()) for _ in range(2)]
    client.force_login(maria())
    send(client, "advance", rows, to="matching")
    Inquiry.objects.get(pk=rows[0].pk).advance(to="visit", by=maria(), at=timezone.now())
    html = undo(client).content.decode()
    assert "1 inquiry is as before." in html
    assert "1 could not be taken back" in html
    assert {row.stage for row in Inquiry.objects.all()} == {"visit", "new"}


def test_anothers_batch_is_missing(client):
    Batch.keep("step", by=maria(), at=timezone.now(), told=[], failed=[])
    client.force_login(boris())
    assert undo(client).status_code == 404
