from districts.matching.need import Need
from districts.matching.rows import DistrictRow, ShipmentRow
from districts.matching.rules import shipments
from tests.matching.land import ask, found, industries, make_land

LAND = make_land(
    districts=[DistrictRow("a"), DistrictRow("b")],
    shipments=[
        ShipmentRow("a", 2023, 25.0),
        ShipmentRow("a", 2022, 99.0),
        ShipmentRow("a", 2024, None),
    ],
)


def test_it_works():
    assert ask(shipments, Need(), LAND, 0) == found("shipments", "met", None, 25, 0.25)


def test_unknown_earns_nothing_and_says_so():
    assert ask(shipments, Need(), LAND, 1) == found("shipments", "unknown", None, None, 0)


def test_only_manufacturing_asks():
    assert ask(shipments, Need(industries=industries("hotels")), LAND) is None


def test_above_the_range_earns_no_more_than_the_whole():
    land = make_land(shipments=[ShipmentRow("here", 2023, 5_000)])
    assert ask(shipments, Need(), land).points == 1
