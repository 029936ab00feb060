from districts.matching.need import Need
from districts.matching.rows import DistrictRow
from districts.matching.rules import airport
from tests.matching.land import ask, found, make_land

LAND = make_land(
    districts=[DistrictRow("a", airport=True), DistrictRow("b", airport=False), DistrictRow("c")]
)


def test_it_works():
    assert ask(airport, Need(airport=True), LAND, 0) == found("airport", "met", True, True, 1.0)
    assert ask(airport, Need(airport=True), LAND, 1) == found("airport", "missed", True, False, 0)


def test_unknown_earns_nothing_and_says_so():
    assert ask(airport, Need(airport=True), LAND, 2) == found("airport", "unknown", True, None, 0)


def test_what_is_not_needed_is_not_asked():
    assert ask(airport, Need(airport=False), LAND) is None
    assert ask(airport, Need(), LAND) is None
