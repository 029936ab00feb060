from datetime import date

import pytest

from districts.matching.need import Bounds, Need
from districts.matching.ranking import explain, order, rank
from districts.matching.rows import DistrictRow
from districts.matching.weights import DEFAULT_WEIGHTS, Weights
from tests.matching import made_up
from tests.matching.land import industries, make_land, make_park

TODAY = date(2026, 11, 22)
TEN_MW = Need(power_mw=10)


def ids(placements):
    return [place.id for place in placements]


def test_it_works():
    need = Need(
        industries=industries("food_processing"), land_ha=Bounds(5, 7), power_mw=4, gas_m3h=300
    )
    ranking = rank(need, made_up.snapshot(), at=TODAY)
    assert len(ranking.parks) == 10
    assert len(ranking.districts) == 10
    best = ranking.parks[0]
    assert {f.criterion for f in best.findings} >= {"area", "power", "gas", "stage", "priority"}
    assert not [f for f in best.findings if f.state != "met" and f.criterion in ("power", "gas")]
    assert ranking.versions == (made_up.snapshot().version, "2026-11", DEFAULT_WEIGHTS.version)


def test_confirmed_stand_above_higher_scores_with_something_unknown():
    sure = make_park("sure", power_free_mw=10, stage="planned")
    unsure = make_park("unsure", "home", stage="operating")
    land = make_land(sure, unsure, districts=[DistrictRow("here"), DistrictRow("home")])
    ranking = rank(Need(power_mw=10, districts_wanted=("home",)), land, at=TODAY)
    assert ids(ranking.parks) == ["sure", "unsure"]
    assert ranking.parks[1].score > ranking.parks[0].score


def test_a_park_meant_for_other_trades_is_no_confirmed_fit():
    wood = make_park("wood", area_free_ha=20, industries=("food",))
    tools = make_park("tools", industries=("machine_tools",))
    need = Need(land_ha=Bounds(5, 5), industries=industries("machine_tools"))
    assert ids(rank(need, make_land(wood, tools), at=TODAY).parks) == ["tools", "wood"]


def test_where_all_have_something_unknown_the_wishes_tell():
    one = make_park("z", area_free_ha=20, stage="planned")
    near = make_park("a", "home", stage="operating")
    land = make_land(one, near, districts=[DistrictRow("here"), DistrictRow("home")])
    need = Need(land_ha=Bounds(5, 5), power_mw=2, gas=True, districts_wanted=("home",))
    assert ids(rank(need, land, at=TODAY).parks) == ["a", "z"]


def test_of_equal_scores_the_fewer_limits_are_unknown_the_better():
    one = make_park("z", power_free_mw=10, stage="operating")
    both = make_park("a", stage="operating")
    ranking = rank(Need(power_mw=5, water_m3d=50), make_land(one, both), at=TODAY)
    assert ids(ranking.parks) == ["z", "a"]


def test_ties_go_by_id():
    land = make_land(*(make_park(name) for name in ("c", "a", "b")))
    assert ids(rank(Need(), land, at=TODAY).parks) == ["a", "b", "c"]


def test_each_excluded_park_names_its_first_failed_limit_and_the_figures():
    small = make_park("small", area_free_ha=2, power_free_mw=1)
    weak = make_park("weak", area_free_ha=9, power_free_mw=4)
    ranking = rank(Need(land_ha=Bounds(5, 5), power_mw=10), make_land(small, weak), at=TODAY)
    told = {e.id: (e.criterion, e.asked, e.offered) for e in ranking.excluded}
    assert told == {"small": ("area", 5, 2), "weak": ("power", 10, 4)}


def test_no_more_than_two_hundred_excluded_are_told():
    land = make_land(*(make_park(f"{n:03}", power_free_mw=1) for n in range(230)))
    assert len(rank(TEN_MW, land, at=TODAY).excluded) == 200


@pytest.mark.parametrize("count", [230, 1200])
def test_as_many_parks_are_told_as_are_asked_for(count):
    """Both the fitting and the excluded, also past the few that are sorted whole."""
    weak = [make_park(f"weak_{n:04}", power_free_mw=1) for n in range(count)]
    fit = [make_park(f"fit_{n:04}", power_free_mw=10 + n % 7) for n in range(count)]
    land = make_land(*weak, *fit)
    ranking = rank(TEN_MW, land, at=TODAY, most=2 * count)
    assert sorted(ids(ranking.parks)) == [park.id for park in fit]
    assert sorted(ids(ranking.excluded)) == [park.id for park in weak]
    assert ids(ranking.parks[:10]) == ids(rank(TEN_MW, land, at=TODAY).parks)


def test_where_nothing_fits_the_smallest_relaxation_comes_first():
    parks = [make_park(f"has_{mw}", power_free_mw=mw) for mw in (2, 9, 5)]
    ranking = rank(TEN_MW, make_land(*parks), at=TODAY)
    assert ranking.parks == ()
    assert ids(ranking.near) == ["has_9", "has_5", "has_2"]
    finding = next(f for f in ranking.near[0].findings if f.criterion == "power")
    assert (finding.state, finding.asked, finding.offered) == ("missed", 10, 9)


def test_near_misses_that_miss_alike_go_by_score():
    parks = [
        make_park("early", power_free_mw=9, stage="planned"),
        make_park("ready", power_free_mw=9, stage="operating"),
    ]
    assert ids(rank(TEN_MW, make_land(*parks), at=TODAY).near) == ["ready", "early"]


def test_a_closed_park_is_no_near_miss_and_a_ruled_out_district_the_last():
    parks = [
        make_park("closed", stage="closed", power_free_mw=10),
        make_park("ruled_out", "there", power_free_mw=10),
        make_park("far_off", power_free_mw=0),
    ]
    land = make_land(*parks, districts=[DistrictRow("here"), DistrictRow("there")])
    ranking = rank(Need(power_mw=10, districts_excluded=("there",)), land, at=TODAY)
    assert ids(ranking.near) == ["far_off", "ruled_out"]


def test_a_park_that_is_not_offered_is_left_out_of_everything():
    land = make_land(make_park("secret", offered=False, power_free_mw=1))
    ranking = rank(TEN_MW, land, at=TODAY)
    assert (ranking.parks, ranking.near, ranking.excluded) == ((), (), ())


def test_the_first_three_parks_bring_their_districts():
    names = [f"d{n:02}" for n in range(12)]
    land = make_land(
        make_park("only", "d11", power_free_mw=20),
        districts=[DistrictRow(name, railway=name != "d11") for name in names],
    )
    ranking = rank(Need(power_mw=10, rail=True), land, at=TODAY)
    assert len(ranking.districts) == 10
    assert ids(ranking.districts)[-1] == "d11"


def test_a_district_that_nothing_speaks_for_is_not_proposed():
    districts = [DistrictRow("a"), DistrictRow("b", railway=True), DistrictRow("c")]
    land = make_land(make_park("only", "c", rail="own"), districts=districts)
    assert ids(rank(Need(rail=True), land, at=TODAY).districts) == ["b", "c"]
    assert ids(rank(Need(), make_land(districts=districts), at=TODAY).districts) == ["a", "b", "c"]


def test_any_place_can_be_asked_about():
    land = make_land(make_park("weak", power_free_mw=1))
    place = explain(TEN_MW, land, "weak", at=TODAY)
    assert [f.state for f in place.findings if f.criterion == "power"] == ["missed"]
    assert explain(TEN_MW, land, "here", at=TODAY).district == "here"
    with pytest.raises(KeyError):
        explain(TEN_MW, land, "nowhere", at=TODAY)


def test_other_weights_change_scores_but_no_limit():
    parks = [
        make_park("big", power_free_mw=40, stage="planned"),
        make_park("early", power_free_mw=10, stage="operating"),
    ]
    land = make_land(*parks)
    assert ids(rank(TEN_MW, land, at=TODAY).parks)[0] == "big"
    stages = Weights("stages alone", {"stage": 1})
    assert ids(rank(TEN_MW, land, stages, at=TODAY).parks) == ["early", "big"]
    ranking = rank(Need(power_mw=20), land, stages, at=TODAY)
    assert ids(ranking.parks) == ["big"]
    assert ranking.versions[2] == "stages alone"


def test_an_empty_need_and_an_empty_land_do_no_harm():
    assert rank(Need(), make_land(), at=TODAY).parks == ()
    assert len(rank(Need(), made_up.snapshot(), at=TODAY).parks) == 10
    nothing = Weights("nothing", {})
    assert {p.score for p in rank(Need(), made_up.snapshot(), nothing, at=TODAY).parks} == {0}


def test_order_is_that_of_rank():
    land = made_up.snapshot()
    districts, parks = order(TEN_MW, land, at=TODAY)
    ranking = rank(TEN_MW, land, at=TODAY)
    assert [land.parks.ids[place] for place, _ in parks] == ids(ranking.parks)
    assert [score for _, score in districts] == [place.score for place in ranking.districts]
