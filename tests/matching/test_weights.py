import pytest

from districts.matching.rules import DISTRICT_RULES, PARK_RULES
from districts.matching.weights import DEFAULT_WEIGHTS, Weights


def test_it_works():
    scaled = DEFAULT_WEIGHTS.scaled("power", 1.2)
    assert scaled.by_criterion["power"] == DEFAULT_WEIGHTS.by_criterion["power"] * 1.2
    assert scaled.by_criterion["gas"] == DEFAULT_WEIGHTS.by_criterion["gas"]
    assert scaled.version != DEFAULT_WEIGHTS.version


def test_every_criterion_that_adds_has_a_weight():
    names = {rule.__name__ for rule in (*PARK_RULES, *DISTRICT_RULES)}
    assert names - DEFAULT_WEIGHTS.by_criterion.keys() == {"districts_excluded"}
    assert DEFAULT_WEIGHTS.by_criterion.keys() <= names


@pytest.mark.parametrize("weight", [-1, float("nan"), float("inf")])
def test_a_weight_that_is_no_weight_is_refused(weight):
    with pytest.raises(ValueError, match="power"):
        Weights("wrong", {"power": weight})
