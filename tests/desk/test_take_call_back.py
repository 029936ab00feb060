"""Taking a call-back: one person answers for it."""

import pytest

from tests.desk.owing import missed
from tests.world import AT, maria, olga

pytestmark = pytest.mark.django_db


def test_it_works(client):
    row, who = missed(), olga()
    client.force_login(who)
    assert client.post(f"/desk/call-backs/{row.pk}/take/").status_code == 302
    row.refresh_from_db()
    assert row.owner == who
    assert not row.take(by=maria(), at=AT)


def test_a_foreign_one_is_as_good_as_missing(client):
    client.force_login(maria())
    assert client.post(f"/desk/call-backs/{missed().pk}/take/").status_code == 404
    assert client.post("/desk/call-backs/999/take/").status_code == 404
