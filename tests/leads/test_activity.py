"""History is only ever added to."""

import pytest
from django.db import DatabaseError, transaction

from leads.models import Activity
from tests.world import make_inquiry

pytestmark = pytest.mark.django_db


def test_the_database_refuses_changes_and_removals():
    row = make_inquiry().activities.first()
    for break_it in (lambda: Activity.objects.filter(pk=row.pk).update(kind="noted"), row.delete):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            break_it()
