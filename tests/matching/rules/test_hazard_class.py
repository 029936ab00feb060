import pytest

from districts.matching.rules import hazard_class
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    finding = ask_park(hazard_class, make_park(hazard_class_accepted=3), hazard_class=4)
    assert finding == found("hazard_class", "met", 4, 3, 1.0)


@pytest.mark.parametrize("asked", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("accepted", [1, 2, 3, 4, 5])
def test_three_accepts_three_four_and_five(accepted, asked):
    park = make_park(hazard_class_accepted=accepted)
    state = ask_park(hazard_class, park, hazard_class=asked).state
    assert state == ("met" if asked >= accepted else "missed")


def test_unknown_is_neither_pass_nor_fail():
    finding = ask_park(hazard_class, make_park(), hazard_class=2)
    assert finding == found("hazard_class", "unknown", 2, None, 0)


def test_nothing_asked_is_no_criterion():
    assert ask_park(hazard_class, make_park(hazard_class_accepted=5)) is None
