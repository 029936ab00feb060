from districts.matching.need import Need
from districts.matching.rows import DistrictRow
from districts.matching.rules import districts_wanted
from tests.matching.land import ask, found, make_land, make_park

LAND = make_land(
    make_park("harbour", "coast"),
    districts=[
        DistrictRow("coast", neighbours=("hills", "abroad")),
        DistrictRow("hills", neighbours=("coast",)),
        DistrictRow("plain"),
    ],
)
COAST, HILLS, PLAIN = 0, 1, 2
TO_THE_COAST = Need(districts_wanted=("coast",))


def test_it_works():
    finding = ask(districts_wanted, TO_THE_COAST, LAND, COAST)
    assert finding == found("districts_wanted", "met", ("coast",), "coast", 1.0)


def test_a_neighbour_counts_partly():
    finding = ask(districts_wanted, TO_THE_COAST, LAND, HILLS)
    assert finding.offered == "hills"
    assert 0 < finding.points < 1


def test_any_other_district_is_missed():
    assert ask(districts_wanted, TO_THE_COAST, LAND, PLAIN).state == "missed"


def test_a_neighbour_that_is_wanted_itself_counts_whole():
    need = Need(districts_wanted=("coast", "hills"))
    assert ask(districts_wanted, need, LAND, HILLS).points == 1


def test_the_district_of_a_wanted_park_counts_as_wanted():
    finding = ask(districts_wanted, Need(parks_wanted=("harbour",)), LAND, COAST)
    assert (finding.asked, finding.points) == (("coast",), 1)


def test_nothing_asked_is_no_criterion():
    assert ask(districts_wanted, Need(), LAND) is None
    assert ask(districts_wanted, Need(districts_wanted=("atlantis",)), LAND) is None
