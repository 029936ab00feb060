"""A try that did not reach the caller is written down with its reason."""

import pytest

from tests.desk.owing import missed
from tests.world import olga

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("reason", "kept"), [("busy", 1), ("bored", 0), ("", 0)])
def test_it_works(client, reason, kept):
    row = missed()
    client.force_login(olga())
    client.post(f"/desk/call-backs/{row.pk}/attempt/", {"reason": reason})
    assert row.attempts.count() == kept
