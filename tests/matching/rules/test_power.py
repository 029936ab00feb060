from districts.matching.rules import power
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    finding = ask_park(power, make_park(power_free_mw=20), power_mw=5)
    assert finding == found("power", "met", 5, 20, 1.0)


def test_the_bare_need_earns_half():
    assert ask_park(power, make_park(power_free_mw=5), power_mw=5) == found(
        "power", "met", 5, 5, 0.5
    )


def test_too_little_is_missed_with_both_figures():
    finding = ask_park(power, make_park(power_free_mw=5 - 0.5), power_mw=5)
    assert (finding.state, finding.asked, finding.offered) == ("missed", 5, 5 - 0.5)


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(power, make_park(), power_mw=5) == found("power", "unknown", 5, None, 0.0)


def test_more_never_earns_less():
    points = [
        ask_park(power, make_park(power_free_mw=n * 0.7), power_mw=5).points for n in range(4 * 5)
    ]
    assert points == sorted(points)


def test_nothing_asked_is_no_criterion():
    assert ask_park(power, make_park(power_free_mw=5)) is None
    assert ask_park(power, make_park(power_free_mw=5), power_mw=0) is None


def test_absurd_figures_do_no_harm():
    assert ask_park(power, make_park(power_free_mw=5), power_mw=1e300).state == "missed"
    assert ask_park(power, make_park(power_free_mw=5), power_mw=-5) is None
    assert ask_park(power, make_park(power_free_mw=5), power_mw=float("nan")) is None
