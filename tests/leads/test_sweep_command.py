"""`manage.py sweep` does what is owed and says so in one line."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from leads.tasks import TASKS
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works():
    maria()
    inquiry = make_inquiry(at=timezone.now())
    out = StringIO()
    call_command("sweep", stdout=out)
    done = dict.fromkeys(TASKS, 0) | {"leads.route": 1}
    said = ", ".join(f"{name} {count}" for name, count in done.items())
    assert out.getvalue() == f"{said}\n"
    inquiry.refresh_from_db()
    assert inquiry.officer is not None
