import numpy as np
import pytest

from districts.matching.rows import DistrictRow, PriorityRow
from tests.matching import made_up
from tests.matching.land import make_land, make_park


def test_it_works():
    land = make_land(make_park("b", power_free_mw=3), make_park("a"))
    assert land.parks.ids == ("a", "b")
    assert land.parks.power.sure.tolist() == [0, 3]
    assert land.parks.power.unknown.tolist() == [True, False]


def test_nothing_in_it_can_be_written():
    land = made_up.snapshot()
    arrays = [land.relations, land.manufacturing, land.parks.stage, land.parks.power.known]
    arrays += [land.districts.priority.share, land.districts.railway, land.parks.district]
    for array in arrays:
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_two_rows_with_one_id_are_refused():
    with pytest.raises(ValueError, match="park given twice: twin"):
        make_land(make_park("twin"), make_park("twin"))


def test_a_row_of_an_unknown_district_is_refused():
    with pytest.raises(ValueError, match="park lost names the unknown district 'atlantis'"):
        make_land(make_park("lost", "atlantis"))
    with pytest.raises(ValueError, match="atlantis"):
        make_land(priorities=[PriorityRow("atlantis", "food")])


def test_unknown_industries_and_neighbours_are_passed_over():
    land = make_land(
        make_park(industries=("alchemy",)),
        districts=[DistrictRow("here", neighbours=("abroad",))],
        priorities=[PriorityRow("here", "alchemy")],
    )
    assert land.districts.neighbours == ((),)
    assert not np.any(land.parks.profile.share)


def test_a_word_outside_the_list_is_refused():
    with pytest.raises(ValueError, match="castle"):
        make_land(make_park(kind="castle"))
