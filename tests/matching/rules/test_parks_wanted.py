from districts.matching.need import Need
from districts.matching.rules import parks_wanted
from tests.matching.land import ask, found, make_land, make_park

LAND = make_land(make_park("a"), make_park("b"))


def test_it_works():
    need = Need(parks_wanted=("b",))
    assert ask(parks_wanted, need, LAND, 0) == found("parks_wanted", "missed", ("b",), "a", 0)
    assert ask(parks_wanted, need, LAND, 1) == found("parks_wanted", "met", ("b",), "b", 1)


def test_an_unknown_park_is_passed_over():
    assert ask(parks_wanted, Need(parks_wanted=("z",)), LAND) is None
    assert ask(parks_wanted, Need(), LAND) is None
