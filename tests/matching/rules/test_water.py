from districts.matching.rules import water
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    finding = ask_park(water, make_park(water_free_m3d=400), water_m3d=100)
    assert finding == found("water", "met", 100, 400, 1.0)


def test_the_bare_need_earns_half():
    assert ask_park(water, make_park(water_free_m3d=100), water_m3d=100) == found(
        "water", "met", 100, 100, 0.5
    )


def test_too_little_is_missed_with_both_figures():
    finding = ask_park(water, make_park(water_free_m3d=100 - 0.5), water_m3d=100)
    assert (finding.state, finding.asked, finding.offered) == ("missed", 100, 100 - 0.5)


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(water, make_park(), water_m3d=100) == found("water", "unknown", 100, None, 0.0)


def test_more_never_earns_less():
    points = [
        ask_park(water, make_park(water_free_m3d=n * 0.7), water_m3d=100).points
        for n in range(4 * 100)
    ]
    assert points == sorted(points)


def test_nothing_asked_is_no_criterion():
    assert ask_park(water, make_park(water_free_m3d=100)) is None
    assert ask_park(water, make_park(water_free_m3d=100), water_m3d=0) is None


def test_absurd_figures_do_no_harm():
    assert ask_park(water, make_park(water_free_m3d=100), water_m3d=1e300).state == "missed"
    assert ask_park(water, make_park(water_free_m3d=100), water_m3d=-5) is None
    assert ask_park(water, make_park(water_free_m3d=100), water_m3d=float("nan")) is None
