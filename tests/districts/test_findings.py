"""Findings in words."""

import pytest
from django.utils import translation

from districts.findings import LABELS, lines
from districts.land import current_land
from districts.matching.rules import DISTRICT_RULES, PARK_RULES
from tests.world import make_district, make_industry, registry_changed

pytestmark = pytest.mark.django_db


def finding(criterion="area", state="met", asked=5.0, offered=12.0):
    return {
        "criterion": criterion,
        "state": state,
        "asked": asked,
        "offered": offered,
        "points": 1.0,
    }


def test_it_works():
    with translation.override("en"):
        line = lines([finding()], current_land())[0]
        assert (str(line.label), str(line.unit), line.asked, line.offered) == ("Land", "ha", 5, 12)


def test_what_speaks_against_comes_first():
    found = [finding(state=state) for state in ("met", "unknown", "missed")]
    states = [line.state for line in lines(found, current_land())]
    assert states == ["missed", "met", "unknown"]


def test_codes_are_named_in_the_language_of_the_page():
    make_district("dinskoy", name_ru="Динской район", name_en="Dinskoy District")
    make_industry("furniture", name_ru="Мебель", name_en="Furniture")
    registry_changed()
    shown = [
        finding("districts_wanted", asked=["dinskoy"], offered="dinskoy"),
        finding("profile", asked=["furniture"], offered=None),
        finding("rail", asked=True, offered="own"),
        finding("stage", asked=2027, offered="operating"),
    ]
    with translation.override("ru"):
        wanted, profile, _, stage = lines(shown, current_land())
        assert (wanted.asked, wanted.offered) == ("Динской район", "Динской район")
        assert (profile.asked, profile.unit) == ("Мебель", "")
        assert stage.asked == "2027"
    with translation.override("en"):
        assert lines(shown, current_land())[0].asked == "Dinskoy District"


def test_every_criterion_of_the_rules_has_its_words():
    assert {rule.__name__ for rule in (*DISTRICT_RULES, *PARK_RULES)} <= set(LABELS)


def test_a_neighbour_or_a_kindred_trade_comes_close_and_no_limit_does():
    wish = finding("districts_wanted", state="missed", asked=["a"], offered="b")
    limit = finding("power", state="missed", asked=10, offered=9)
    assert [line.state for line in lines([wish, limit], current_land())] == ["missed", "near"]
