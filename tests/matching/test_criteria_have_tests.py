from pathlib import Path

from districts.matching.rules import DISTRICT_RULES, PARK_RULES

HERE = Path(__file__).parent / "rules"


def test_each_criterion_is_one_function_with_one_test_file():
    names = [rule.__name__ for rule in (*PARK_RULES, *DISTRICT_RULES)]
    assert len(set(names)) == len(names)
    assert {path.stem for path in HERE.glob("test_*.py")} == {f"test_{name}" for name in names}
