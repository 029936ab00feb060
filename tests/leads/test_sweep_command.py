"""`manage.py sweep` does what is owed and says so in one line."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works():
    maria()
    inquiry = make_inquiry(at=timezone.now())
    out = StringIO()
    call_command("sweep", stdout=out)
    assert (
        out.getvalue()
        == "leads.route 1, leads.match 0, leads.remind 0, leads.send 0, leads.make_pack 0\n"
    )
    inquiry.refresh_from_db()
    assert inquiry.officer is not None
