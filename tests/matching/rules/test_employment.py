from districts.matching.need import Need
from districts.matching.rows import DistrictRow
from districts.matching.rules import employment
from tests.matching.land import ask, found, industries, make_land

LAND = make_land(
    districts=[
        DistrictRow("a", population=100_000, employees_manufacturing=6_000),
        DistrictRow("b", population=100_000, employees_manufacturing=1_500),
        DistrictRow("c", population=100_000),
        DistrictRow("d", population=0, employees_manufacturing=10),
    ]
)


def test_it_works():
    assert ask(employment, Need(), LAND, 0) == found("employment", "met", None, 60, 1.0)
    assert ask(employment, Need(), LAND, 1) == found("employment", "met", None, 15, 0.25)


def test_unknown_earns_nothing_and_says_so():
    assert ask(employment, Need(), LAND, 2) == found("employment", "unknown", None, None, 0)
    assert ask(employment, Need(), LAND, 3).state == "unknown"


def test_only_manufacturing_asks():
    assert ask(employment, Need(industries=industries("food")), LAND) is not None
    assert ask(employment, Need(industries=industries("hotels")), LAND) is None
    assert ask(employment, Need(industries=industries("hotels", "food")), LAND) is not None
