"""What became of a click on “Call”: its own person watches it."""

from uuid import uuid4

import pytest

from leads.models import Dialling
from tests.world import AT, gleb, olga

pytestmark = pytest.mark.django_db


def test_it_works(client):
    row, _new = Dialling.ask(phone_e164="+79181234567", key=uuid4(), by=olga(), at=AT)
    client.force_login(olga())
    url = f"/desk/dialling/{row.key}/"
    assert "hx-get" in client.get(url).content.decode()
    row.claim(at=AT)
    row.settle("unknown", at=AT)
    said = client.get(url + "?lang=en").content.decode()
    assert "hx-get" not in said
    assert "Nobody knows whether it rings" in said
    assert "918" not in said
    client.force_login(gleb())
    assert client.get(url).status_code == 404
