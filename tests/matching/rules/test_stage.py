import pytest

from districts.matching.rules import stage
from tests.matching.land import TODAY, ask_park, found, make_park


def test_it_works():
    finding = ask_park(stage, make_park(stage="operating"), start_year=2027)
    assert finding == found("stage", "met", 2027, "operating", 1.0)


def test_a_closed_park_is_never_had():
    assert ask_park(stage, make_park(stage="closed")) == found("stage", "missed", None, "closed", 0)
    assert ask_park(stage, make_park(stage="closed"), start_year=2040).state == "missed"


@pytest.mark.parametrize("unready", ["planned", "building"])
def test_a_park_not_yet_working_is_no_place_for_a_start_this_year(unready):
    assert ask_park(stage, make_park(stage=unready), start_year=TODAY.year).state == "missed"


@pytest.mark.parametrize("unready", ["planned", "building"])
def test_for_a_later_start_it_stays_unconfirmed(unready):
    finding = ask_park(stage, make_park(stage=unready), start_year=TODAY.year + 1)
    assert (finding.state, finding.points) == ("unknown", 0)


def test_without_a_year_the_nearer_to_working_the_better():
    stages = ["planned", "building", "operating"]
    findings = [ask_park(stage, make_park(stage=name)) for name in stages]
    assert [finding.state for finding in findings] == ["met"] * 3
    assert findings[0].points < findings[1].points < findings[2].points


def test_unknown_is_neither_pass_nor_fail():
    assert ask_park(stage, make_park()) == found("stage", "unknown", None, None, 0)


def test_the_day_is_an_argument():
    park = make_park(stage="building")
    assert ask_park(stage, park, start_year=2028).state == "unknown"
    assert ask_park(stage, park, start_year=2028, at=TODAY.replace(year=2028)).state == "missed"
