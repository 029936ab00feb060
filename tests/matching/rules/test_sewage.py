from districts.matching.rules import sewage
from tests.matching.land import ask_park, found, make_park


def test_it_works():
    finding = ask_park(sewage, make_park(sewage_free_m3d=320), sewage_m3d=80)
    assert finding == found("sewage", "met", 80, 320, 1.0)


def test_the_bare_need_earns_half():
    assert ask_park(sewage, make_park(sewage_free_m3d=80), sewage_m3d=80) == found(
        "sewage", "met", 80, 80, 0.5
    )


def test_too_little_is_missed_with_both_figures():
    finding = ask_park(sewage, make_park(sewage_free_m3d=80 - 0.5), sewage_m3d=80)
    assert (finding.state, finding.asked, finding.offered) == ("missed", 80, 80 - 0.5)


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(sewage, make_park(), sewage_m3d=80) == found("sewage", "unknown", 80, None, 0.0)


def test_more_never_earns_less():
    points = [
        ask_park(sewage, make_park(sewage_free_m3d=n * 0.7), sewage_m3d=80).points
        for n in range(4 * 80)
    ]
    assert points == sorted(points)


def test_nothing_asked_is_no_criterion():
    assert ask_park(sewage, make_park(sewage_free_m3d=80)) is None
    assert ask_park(sewage, make_park(sewage_free_m3d=80), sewage_m3d=0) is None


def test_absurd_figures_do_no_harm():
    assert ask_park(sewage, make_park(sewage_free_m3d=80), sewage_m3d=1e300).state == "missed"
    assert ask_park(sewage, make_park(sewage_free_m3d=80), sewage_m3d=-5) is None
    assert ask_park(sewage, make_park(sewage_free_m3d=80), sewage_m3d=float("nan")) is None
