"""Verbs of a match: accepted, refused, open again; and what another matching keeps of it."""

import pytest
from django.db import IntegrityError, transaction

from districts.matching.need import Bounds, Need
from leads import flow
from leads.models import Inquiry, Match
from tests.world import (
    AT,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    registry_changed,
)

pytestmark = pytest.mark.django_db
NEED = Need(land_ha=Bounds(5, 5))


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    monkeypatch.setattr("districts.land._current", None)


def matched(parks=4):
    make_industry()
    for number in range(1, parks + 1):
        make_park(f"park-{number}", area_free_ha=10 * number)
    registry_changed()
    return make_inquiry(figures=NEED)


def place(inquiry, park):
    return Match.objects.newest(inquiry).get(park=park)


def order(inquiry):
    return [match.park_id for match in Match.objects.current(inquiry, "park")]


def test_it_works():
    inquiry = matched()
    assert order(inquiry) == ["park-1", "park-2", "park-3", "park-4"]
    assert place(inquiry, "park-3").choose(by=maria(), at=AT)
    assert place(inquiry, "park-1").refuse(reason="land", by=maria(), at=AT)
    assert order(inquiry) == ["park-3", "park-2", "park-4", "park-1"]
    assert place(inquiry, "park-1").reopen(by=maria(), at=AT)
    assert order(inquiry) == ["park-3", "park-1", "park-2", "park-4"]


def test_the_same_twice_changes_once():
    inquiry = matched()
    match = place(inquiry, "park-1")
    assert match.refuse(reason="land", by=maria(), at=AT)
    assert not match.refuse(reason="land", by=maria(), at=AT)
    assert match.refuse(reason="price", by=maria(), at=AT), "a reason may be corrected"
    assert inquiry.activities.filter(kind="match_refused").count() == 2


def test_an_unknown_reason_is_an_error():
    with pytest.raises(ValueError, match="whim"):
        place(matched(), "park-1").refuse(reason="whim", by=maria(), at=AT)


def test_the_database_wants_a_reason_for_a_refusal():
    match = place(matched(), "park-1")
    with pytest.raises(IntegrityError, match="match_refused_has_reason"), transaction.atomic():
        Match.objects.filter(pk=match.pk).update(state="refused")


def test_a_place_of_an_older_run_is_not_decided():
    inquiry = matched()
    old = place(inquiry, "park-1")
    flow.match(inquiry, at=AT)
    assert not old.choose(by=maria(), at=AT)
    assert place(inquiry, "park-1").state == "proposed"


def test_another_matching_keeps_what_was_decided():
    inquiry = matched()
    place(inquiry, "park-3").choose(by=maria(), at=AT)
    place(inquiry, "park-1").refuse(reason="other", note="сосед", by=maria(), at=AT)
    district = Match.objects.newest(inquiry).get(place="district", rank=1)
    district.choose(by=maria(), at=AT)
    flow.match(inquiry, at=AT)
    assert order(inquiry) == ["park-3", "park-2", "park-4", "park-1"]
    kept = place(inquiry, "park-1")
    assert (kept.state, kept.state_reason, kept.state_note) == ("refused", "other", "сосед")
    assert Match.objects.newest(inquiry).get(place="district", rank=1).state == "chosen"


def test_what_was_taken_back_stays_so():
    inquiry = matched()
    place(inquiry, "park-1").refuse(reason="land", by=maria(), at=AT)
    flow.match(inquiry, at=AT)
    place(inquiry, "park-1").reopen(by=maria(), at=AT)
    flow.match(inquiry, at=AT)
    assert place(inquiry, "park-1").state == "proposed"


def test_a_refusal_outlives_a_run_without_the_place():
    inquiry = matched()
    place(inquiry, "park-1").refuse(reason="land", by=maria(), at=AT)
    flow.change_need(inquiry, Need(land_ha=Bounds(15, 15)), by=maria(), at=AT)
    assert "park-1" not in order(inquiry)
    flow.change_need(inquiry, NEED, by=maria(), at=AT)
    assert place(inquiry, "park-1").state == "refused"


def test_a_chosen_place_stays_in_sight_though_it_fits_no_more():
    inquiry = matched()
    place(inquiry, "park-1").choose(by=maria(), at=AT)
    flow.change_need(inquiry, Need(land_ha=Bounds(15, 15)), by=maria(), at=AT)
    assert order(inquiry) == ["park-1", "park-3", "park-4", "park-2"]
    kept = place(inquiry, "park-1")
    assert (kept.state, kept.rank) == ("chosen", 4)
    assert {one["criterion"] for one in kept.findings if one["state"] == "missed"} == {"area"}


def test_a_chosen_place_that_is_offered_no_more_is_let_go():
    inquiry = matched()
    match = place(inquiry, "park-1")
    match.choose(by=maria(), at=AT)
    match.park.offered = False
    match.park.save()
    registry_changed()
    flow.match(inquiry, at=AT)
    assert order(inquiry) == ["park-2", "park-3", "park-4"]


def test_decisions_of_one_inquiry_are_not_those_of_another():
    first, second = matched(), make_inquiry(figures=NEED)
    place(first, "park-1").refuse(reason="land", by=maria(), at=AT)
    registry_changed()
    make_park("park-0", area_free_ha=11)
    registry_changed()
    assert flow.match_many(Inquiry.objects.all(), at=AT) == 2
    first, second = Inquiry.objects.order_by("pk")
    assert place(first, "park-0").run.registry_version == first.registry_version
    assert place(first, "park-1").state == "refused"
    assert place(second, "park-1").state == "proposed"
