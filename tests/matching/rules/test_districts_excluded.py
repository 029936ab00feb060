from districts.matching.need import Need
from districts.matching.ranking import rank
from districts.matching.rows import DistrictRow
from districts.matching.rules import districts_excluded
from tests.matching.land import TODAY, ask, found, make_land, make_park

NORTH_AND_SOUTH = [DistrictRow("north"), DistrictRow("south")]
NOT_SOUTH = Need(districts_excluded=("south",))


def test_it_works():
    land = make_land(districts=NORTH_AND_SOUTH)
    name = "districts_excluded"
    assert ask(districts_excluded, NOT_SOUTH, land, 0) == found(name, "met", ("south",), "north", 0)
    assert ask(districts_excluded, NOT_SOUTH, land, 1).state == "missed"


def test_neither_the_district_nor_its_parks_are_proposed():
    parks = [make_park("a", "south"), make_park("b", "north")]
    ranking = rank(NOT_SOUTH, make_land(*parks, districts=NORTH_AND_SOUTH), at=TODAY)
    assert [place.id for place in ranking.districts] == ["north"]
    assert [place.id for place in ranking.parks] == ["b"]
    assert [(e.id, e.criterion, e.offered) for e in ranking.excluded] == [
        ("a", "districts_excluded", "south")
    ]


def test_an_unknown_district_is_passed_over():
    need = Need(districts_excluded=("atlantis",))
    assert ask(districts_excluded, need, make_land(districts=NORTH_AND_SOUTH)) is None
