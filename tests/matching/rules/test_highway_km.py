from districts.matching.rules import highway_km
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    assert ask_park(highway_km, make_park(highway_km=0), highway=True) == found(
        "highway_km", "met", True, 0, 1.0
    )


def test_the_nearer_the_better_down_to_nothing():
    points = [
        ask_park(highway_km, make_park(highway_km=km), highway=True).points
        for km in range(0, 400, 5)
    ]
    assert points == sorted(points, reverse=True)
    assert ask_park(highway_km, make_park(highway_km=30), highway=True) == found(
        "highway_km", "missed", True, 30, 0
    )


def test_unknown_earns_nothing_and_says_so():
    assert ask_park(highway_km, make_park(), highway=True) == found(
        "highway_km", "unknown", True, None, 0
    )


def test_what_is_not_needed_is_not_asked():
    assert ask_park(highway_km, make_park(highway_km=0), highway=False) is None
    assert ask_park(highway_km, make_park(highway_km=0)) is None
