from districts.matching.rules import airport_km
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    assert ask_park(airport_km, make_park(airport_km=0), airport=True) == found(
        "airport_km", "met", True, 0, 1.0
    )


def test_the_nearer_the_better_down_to_nothing():
    points = [
        ask_park(airport_km, make_park(airport_km=km), airport=True).points
        for km in range(0, 400, 5)
    ]
    assert points == sorted(points, reverse=True)
    assert ask_park(airport_km, make_park(airport_km=100), airport=True) == found(
        "airport_km", "missed", True, 100, 0
    )


def test_unknown_earns_nothing_and_says_so():
    assert ask_park(airport_km, make_park(), airport=True) == found(
        "airport_km", "unknown", True, None, 0
    )


def test_what_is_not_needed_is_not_asked():
    assert ask_park(airport_km, make_park(airport_km=0), airport=False) is None
    assert ask_park(airport_km, make_park(airport_km=0)) is None
