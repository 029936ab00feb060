from districts.matching.need import Need
from districts.matching.rules import profile
from tests.matching.land import ask_park, found, industries, make_park

TOOLS = {"industries": industries("machine_tools")}


def test_it_works():
    finding = ask_park(profile, make_park(industries=("food", "machine_tools")), **TOOLS)
    assert finding == found("profile", "met", ("machine_tools",), "machine_tools", 1.0)


def test_a_kindred_industry_counts_less():
    assert ask_park(profile, make_park(industries=("machines",)), **TOOLS).points == 0.5
    assert ask_park(profile, make_park(industries=("tractors",)), **TOOLS).points == 0.25


def test_another_profile_is_missed_and_none_stated_is_unknown():
    assert ask_park(profile, make_park(industries=("hotels",)), **TOOLS).state == "missed"
    assert ask_park(profile, make_park(), **TOOLS).state == "unknown"


def test_an_industry_not_determined_is_not_asked():
    assert Need().industries == ()
    assert ask_park(profile, make_park(industries=("food",))) is None
