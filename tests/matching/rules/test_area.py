from districts.matching.need import Bounds
from districts.matching.rules import area
from tests.matching.land import ask_park, found, make_park

FIVE = Bounds(5, 7)


def test_it_works():
    finding = ask_park(area, make_park(largest_plot_ha=10), land_ha=FIVE)
    assert finding == found("area", "met", 5, 10, 1.0)


def test_the_largest_plot_counts_before_the_free_area():
    finding = ask_park(area, make_park(largest_plot_ha=4, area_free_ha=90), land_ha=FIVE)
    assert (finding.state, finding.offered) == ("missed", 4)


def test_the_free_area_counts_where_no_plot_is_known():
    assert ask_park(area, make_park(area_free_ha=6), land_ha=FIVE).state == "met"
    assert ask_park(area, make_park(area_free_ha=4.9), land_ha=FIVE).state == "missed"


def test_a_total_area_confirms_nothing():
    finding = ask_park(area, make_park(area_total_ha=300), land_ha=FIVE)
    assert finding == found("area", "unknown", 5, None, 0.0)


def test_a_total_area_below_the_need_is_a_sure_miss():
    finding = ask_park(area, make_park(area_total_ha=4.5), land_ha=FIVE)
    assert finding == found("area", "missed", 5, 4.5, 0.0)


def test_an_upper_bound_alone_takes_any_free_land():
    most = Bounds(None, 5)
    assert ask_park(area, make_park(area_free_ha=2), land_ha=most).state == "met"
    assert ask_park(area, make_park(area_free_ha=0), land_ha=most).state == "missed"
    assert ask_park(area, make_park(), land_ha=most).state == "unknown"


def test_nothing_asked_is_no_criterion():
    assert ask_park(area, make_park(area_free_ha=2)) is None
    assert ask_park(area, make_park(area_free_ha=2), land_ha=Bounds(-3, None)) is None


def test_absurd_figures_do_no_harm():
    assert ask_park(area, make_park(area_free_ha=2), land_ha=Bounds(1e300)).state == "missed"
