from districts.matching.rules import rail
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    assert ask_park(rail, make_park(rail="own"), rail=True) == found("rail", "met", True, "own", 1)


def test_a_line_near_is_met_and_earns_less():
    finding = ask_park(rail, make_park(rail="near"), rail=True)
    assert finding.state == "met"
    assert 0 < finding.points < 1


def test_no_line_is_missed():
    finding = ask_park(rail, make_park(rail="none"), rail=True)
    assert finding == found("rail", "missed", True, "none", 0)


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(rail, make_park(), rail=True) == found("rail", "unknown", True, None, 0)


def test_rail_that_is_not_needed_is_not_asked():
    assert ask_park(rail, make_park(rail="none"), rail=False) is None
    assert ask_park(rail, make_park(rail="none")) is None
