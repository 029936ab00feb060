from districts.matching.need import IndustryGuess, Need
from districts.matching.rows import DistrictRow, PriorityRow
from districts.matching.rules import priority
from tests.matching.land import ask, found, industries, make_land

A, B, C, D = range(4)
LAND = make_land(
    districts=[DistrictRow(name) for name in "abcd"],
    priorities=[
        PriorityRow("a", "machine_tools", "official"),
        PriorityRow("b", "machines", "official", 0.8),
        PriorityRow("c", "tractors", "official"),
        PriorityRow("d", "food", "official", 0.5),
        PriorityRow("d", "machine_tools", "other" if "official" == "official" else "official"),
    ],
)
TOOLS = Need(industries=industries("machine_tools"))


def test_it_works():
    asked = ("machine_tools",)
    assert ask(priority, TOOLS, LAND, A) == found("priority", "met", asked, "machine_tools", 1.0)


def test_a_parent_counts_less_and_a_sibling_least():
    points = [ask(priority, TOOLS, LAND, place).points for place in (A, B, C)]
    assert points == [1.0, 0.4, 0.25]
    assert ask(priority, TOOLS, LAND, B).offered == "machines"


def test_a_child_counts_as_a_parent_does():
    assert ask(priority, Need(industries=industries("machines")), LAND, A).points == 0.5


def test_the_weight_of_the_row_counts():
    assert ask(priority, Need(industries=industries("food")), LAND, D).points == 0.5


def test_a_second_guess_counts_by_its_confidence():
    guesses = (IndustryGuess("food", 0.8), IndustryGuess("machine_tools", 0.4))
    finding = ask(priority, Need(industries=guesses), LAND, A)
    assert (finding.points, finding.offered) == (0.5, "machine_tools")


def test_an_industry_not_determined_is_not_asked():
    assert ask(priority, Need(), LAND) is None
    assert ask(priority, Need(industries=industries("alchemy")), LAND) is None


def test_a_list_without_the_industry_is_missed_and_no_list_is_unknown():
    land = make_land(
        districts=[DistrictRow("a"), DistrictRow("b")],
        priorities=[PriorityRow("a", "food", "official"), PriorityRow("b", "food", "evidence")],
    )
    told = found("priority", "missed", ("machine_tools",), ("food",), 0)
    assert ask(priority, TOOLS, land, 0) == told
    assert ask(priority, TOOLS, land, 1).state == "unknown"
