from districts.matching.need import Need
from districts.matching.rows import DistrictRow
from districts.matching.rules import federal_highway
from tests.matching.land import ask, found, make_land

LAND = make_land(
    districts=[
        DistrictRow("a", federal_highway=True),
        DistrictRow("b", federal_highway=False),
        DistrictRow("c"),
    ]
)


def test_it_works():
    assert ask(federal_highway, Need(highway=True), LAND, 0) == found(
        "federal_highway", "met", True, True, 1.0
    )
    assert ask(federal_highway, Need(highway=True), LAND, 1) == found(
        "federal_highway", "missed", True, False, 0
    )


def test_unknown_earns_nothing_and_says_so():
    assert ask(federal_highway, Need(highway=True), LAND, 2) == found(
        "federal_highway", "unknown", True, None, 0
    )


def test_what_is_not_needed_is_not_asked():
    assert ask(federal_highway, Need(highway=False), LAND) is None
    assert ask(federal_highway, Need(), LAND) is None
