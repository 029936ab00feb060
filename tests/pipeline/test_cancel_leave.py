"""A leave is taken back."""

import pytest

from leads.models import Leave
from tests.world import AT, gleb, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    leave = Leave.plan(maria().officer, first_on=AT.date(), last_on=AT.date())
    client.force_login(gleb())
    page = client.post(f"/pipeline/routing/leave/{leave.pk}/cancel/")
    assert page.url == f"/pipeline/routing/officers/{maria().officer.pk}/"
    assert not Leave.objects.exists()
    assert client.post(f"/pipeline/routing/leave/{leave.pk}/cancel/").status_code == 404


def test_who_may_not(client):
    leave = Leave.plan(maria().officer, first_on=AT.date(), last_on=AT.date())
    client.force_login(maria())
    assert client.post(f"/pipeline/routing/leave/{leave.pk}/cancel/").status_code == 403
    assert Leave.objects.exists()
