from districts.matching.rules import kind
from tests.matching.land import ask_park, found, make_park

EITHER = ("technopark", "plot")


def test_it_works():
    finding = ask_park(kind, make_park(kind="plot"), kinds=EITHER)
    assert finding == found("kind", "met", EITHER, "plot", 1.0)


def test_another_kind_is_missed():
    finding = ask_park(kind, make_park(kind="port_zone"), kinds=EITHER)
    assert finding == found("kind", "missed", EITHER, "port_zone", 0)


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(kind, make_park(), kinds=EITHER).state == "unknown"


def test_a_kind_that_the_registry_does_not_know_is_passed_over():
    assert ask_park(kind, make_park(kind="plot"), kinds=("castle",)) is None
    assert ask_park(kind, make_park(kind="plot"), kinds=("castle", "plot")).asked == ("plot",)


def test_nothing_asked_is_no_criterion():
    assert ask_park(kind, make_park(kind="plot")) is None
