"""A kept view is taken away by its owner alone."""

import pytest

from leads.models import SavedView
from tests.world import AT, boris, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    view = SavedView.keep(name="Мой", query="stage=new", shared=True, by=maria(), at=AT)
    client.force_login(boris())
    assert client.post(f"/pipeline/views/{view.pk}/drop/").status_code == 404
    client.force_login(maria())
    assert client.post(f"/pipeline/views/{view.pk}/drop/").url == "/pipeline/views/"
    assert not SavedView.objects.exists()


def test_only_by_post(client):
    client.force_login(maria())
    assert client.get("/pipeline/views/1/drop/").status_code == 405
