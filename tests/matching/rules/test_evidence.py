from districts.matching.need import IndustryGuess, Need
from districts.matching.rows import DistrictRow, PriorityRow
from districts.matching.rules import evidence
from tests.matching.land import ask, found, industries, make_land

A, B, C, D = range(4)
LAND = make_land(
    districts=[DistrictRow(name) for name in "abcd"],
    priorities=[
        PriorityRow("a", "machine_tools", "evidence"),
        PriorityRow("b", "machines", "evidence", 0.8),
        PriorityRow("c", "tractors", "evidence"),
        PriorityRow("d", "food", "evidence", 0.5),
        PriorityRow("d", "machine_tools", "other" if "evidence" == "official" else "official"),
    ],
)
TOOLS = Need(industries=industries("machine_tools"))


def test_it_works():
    asked = ("machine_tools",)
    assert ask(evidence, TOOLS, LAND, A) == found("evidence", "met", asked, "machine_tools", 1.0)


def test_a_parent_counts_less_and_a_sibling_least():
    points = [ask(evidence, TOOLS, LAND, place).points for place in (A, B, C)]
    assert points == [1.0, 0.4, 0.25]
    assert ask(evidence, TOOLS, LAND, B).offered == "machines"


def test_a_child_counts_as_a_parent_does():
    assert ask(evidence, Need(industries=industries("machines")), LAND, A).points == 0.5


def test_the_weight_of_the_row_counts():
    assert ask(evidence, Need(industries=industries("food")), LAND, D).points == 0.5


def test_a_second_guess_counts_by_its_confidence():
    guesses = (IndustryGuess("food", 0.8), IndustryGuess("machine_tools", 0.4))
    finding = ask(evidence, Need(industries=guesses), LAND, A)
    assert (finding.points, finding.offered) == (0.5, "machine_tools")


def test_an_industry_not_determined_is_not_asked():
    assert ask(evidence, Need(), LAND) is None
    assert ask(evidence, Need(industries=industries("alchemy")), LAND) is None


def test_none_seen_is_unknown_not_none_there():
    assert ask(evidence, TOOLS, LAND, D) == found(
        "evidence", "unknown", ("machine_tools",), None, 0
    )


def test_evidence_may_come_apart_from_the_priorities():
    rows = [PriorityRow("here", "food", weight=0.7)]
    land = make_land(evidence=rows)
    assert ask(evidence, Need(industries=industries("food")), land).points == 0.7
