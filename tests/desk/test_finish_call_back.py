"""How a call-back ends; a withheld number is ticked off and nothing else."""

import pytest

from tests.desk.owing import missed
from tests.world import olga

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "ending", "outcome"),
    [
        ("79181234567", "done", "reached"),
        ("79181234567", "wrong-number", "wrong_number"),
        ("79181234567", "unreachable", "unreachable"),
        ("79181234567", "noted", ""),
        ("79181234567", "nothing", ""),
        ("anonymous", "noted", "noted"),
        ("anonymous", "done", ""),
    ],
)
def test_it_works(client, number, ending, outcome):
    row = missed(**{"from": number})
    client.force_login(olga())
    assert client.post(f"/desk/call-backs/{row.pk}/{ending}/").status_code == 302
    row.refresh_from_db()
    assert row.outcome == outcome
