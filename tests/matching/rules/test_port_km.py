from districts.matching.rules import port_km
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    assert ask_park(port_km, make_park(port_km=0), port=True) == found(
        "port_km", "met", True, 0, 1.0
    )


def test_the_nearer_the_better_down_to_nothing():
    points = [ask_park(port_km, make_park(port_km=km), port=True).points for km in range(0, 400, 5)]
    assert points == sorted(points, reverse=True)
    assert ask_park(port_km, make_park(port_km=150), port=True) == found(
        "port_km", "missed", True, 150, 0
    )


def test_unknown_earns_nothing_and_says_so():
    assert ask_park(port_km, make_park(), port=True) == found("port_km", "unknown", True, None, 0)


def test_what_is_not_needed_is_not_asked():
    assert ask_park(port_km, make_park(port_km=0), port=False) is None
    assert ask_park(port_km, make_park(port_km=0)) is None
