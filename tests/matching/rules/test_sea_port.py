from districts.matching.need import Need
from districts.matching.rows import DistrictRow
from districts.matching.rules import sea_port
from tests.matching.land import ask, found, make_land

LAND = make_land(
    districts=[DistrictRow("a", sea_port=True), DistrictRow("b", sea_port=False), DistrictRow("c")]
)


def test_it_works():
    assert ask(sea_port, Need(port=True), LAND, 0) == found("sea_port", "met", True, True, 1.0)
    assert ask(sea_port, Need(port=True), LAND, 1) == found("sea_port", "missed", True, False, 0)


def test_unknown_earns_nothing_and_says_so():
    assert ask(sea_port, Need(port=True), LAND, 2) == found("sea_port", "unknown", True, None, 0)


def test_what_is_not_needed_is_not_asked():
    assert ask(sea_port, Need(port=False), LAND) is None
    assert ask(sea_port, Need(), LAND) is None
