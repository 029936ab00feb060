"""Taking an inquiry off the queue."""

import pytest

from tests.world import AT, boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works():
    inquiry = make_inquiry()
    assert inquiry.take(maria().officer, by=maria(), at=AT)
    assert inquiry.officer == maria().officer
    assert inquiry.officer.last_assigned_at == AT
    assert {step.owner for step in inquiry.follow_ups.open()} == {maria().officer}
    assert inquiry.activities.get(kind="taken").data["officer"] == maria().officer.pk


def test_what_has_an_officer_is_not_taken():
    inquiry = make_inquiry(route_to=boris())
    assert not inquiry.take(maria().officer, by=maria(), at=AT)
    inquiry.refresh_from_db()
    assert inquiry.officer == boris().officer
    assert not inquiry.activities.filter(kind="taken").exists()
