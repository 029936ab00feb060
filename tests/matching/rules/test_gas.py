from districts.matching.rules import gas
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    finding = ask_park(gas, make_park(gas_free_m3h=240), gas_m3h=60)
    assert finding == found("gas", "met", 60, 240, 1.0)


def test_the_bare_need_earns_half():
    assert ask_park(gas, make_park(gas_free_m3h=60), gas_m3h=60) == found("gas", "met", 60, 60, 0.5)


def test_too_little_is_missed_with_both_figures():
    finding = ask_park(gas, make_park(gas_free_m3h=60 - 0.5), gas_m3h=60)
    assert (finding.state, finding.asked, finding.offered) == ("missed", 60, 60 - 0.5)


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(gas, make_park(), gas_m3h=60) == found("gas", "unknown", 60, None, 0.0)


def test_more_never_earns_less():
    points = [
        ask_park(gas, make_park(gas_free_m3h=n * 0.7), gas_m3h=60).points for n in range(4 * 60)
    ]
    assert points == sorted(points)


def test_nothing_asked_is_no_criterion():
    assert ask_park(gas, make_park(gas_free_m3h=60)) is None
    assert ask_park(gas, make_park(gas_free_m3h=60), gas_m3h=0) is None


def test_absurd_figures_do_no_harm():
    assert ask_park(gas, make_park(gas_free_m3h=60), gas_m3h=1e300).state == "missed"
    assert ask_park(gas, make_park(gas_free_m3h=60), gas_m3h=-5) is None
    assert ask_park(gas, make_park(gas_free_m3h=60), gas_m3h=float("nan")) is None


def test_gas_without_a_figure_is_met_by_any():
    assert ask_park(gas, make_park(gas_free_m3h=1), gas=True) == found("gas", "met", True, 1, 1.0)
    assert ask_park(gas, make_park(gas_free_m3h=0), gas=True).state == "missed"
    assert ask_park(gas, make_park(), gas=True) == found("gas", "unknown", True, None, 0.0)


def test_gas_that_is_not_needed_is_not_asked():
    assert ask_park(gas, make_park(gas_free_m3h=0), gas=False) is None
