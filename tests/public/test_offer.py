"""What of a stored match is shown: limits first, disqualifiers before all, five lines at most."""

import pytest

from leads.public.offer import offer
from tests.world import AT, make_industry, make_inquiry, make_park, registry_changed

pytestmark = pytest.mark.django_db

FIGURES = {"area_free_ha": 12, "power_free_mw": 6, "gas_free_m3h": 900}


def offered(need, **park):
    from districts.matching.need import Need

    make_industry("food_processing")
    make_park("yug", "abinsky", **FIGURES | park)
    registry_changed()
    return offer(make_inquiry(figures=Need.from_json(need), at=AT).match_runs.get())


def test_it_works():
    found = offered({"land_ha": {"min": 5, "max": 5}, "power_mw": 2, "gas": True})
    states = [(line.criterion, line.state) for line in found.places[0].lines]
    assert set(states) == {("area", "met"), ("power", "met"), ("gas", "met")}
    assert not found.near
    assert not found.unsure


def test_unknown_is_unknown():
    found = offered({"land_ha": {"min": 5, "max": 5}, "power_mw": 2}, power_free_mw=None)
    line = next(line for line in found.places[0].lines if line.criterion == "power")
    assert (line.state, line.asked, line.offered) == ("unknown", 2, None)
    assert found.unsure


def test_the_disqualifier_stands_first():
    found = offered({"land_ha": {"min": 5, "max": 5}, "power_mw": 50, "gas": True})
    first = found.places[0].lines[0]
    assert found.near
    assert (first.criterion, first.state, first.offered) == ("power", "missed", 6)


def test_five_lines_at_most():
    everything = {
        **{"land_ha": {"min": 5, "max": 5}, "power_mw": 2, "gas_m3h": 100, "water_m3d": 10},
        **{"sewage_m3d": 10, "rail": True, "hazard_class": 3, "industries": ["food_processing"]},
    }
    assert len(offered(everything).places[0].lines) == 5


def test_codes_are_said_by_name(settings):
    found = offered({"industries": ["food_processing"]}, industries=["food_processing"])
    line = next(line for line in found.places[0].lines if line.criterion == "profile")
    assert "Отрасль food_processing" in line.asked
