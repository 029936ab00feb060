from districts.matching.need import Need
from districts.matching.rows import DistrictRow
from districts.matching.rules import railway
from tests.matching.land import ask, found, make_land

LAND = make_land(
    districts=[DistrictRow("a", railway=True), DistrictRow("b", railway=False), DistrictRow("c")]
)


def test_it_works():
    assert ask(railway, Need(rail=True), LAND, 0) == found("railway", "met", True, True, 1.0)
    assert ask(railway, Need(rail=True), LAND, 1) == found("railway", "missed", True, False, 0)


def test_unknown_earns_nothing_and_says_so():
    assert ask(railway, Need(rail=True), LAND, 2) == found("railway", "unknown", True, None, 0)


def test_what_is_not_needed_is_not_asked():
    assert ask(railway, Need(rail=False), LAND) is None
    assert ask(railway, Need(), LAND) is None
