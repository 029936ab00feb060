"""How much each criterion can add to a score."""

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight by criterion. Only the criteria that a need asks about count, and what they can
    add together is 100. A criterion left out adds nothing, though as a limit it still refuses.
    """

    version: str
    by_criterion: Mapping[str, float]

    def __post_init__(self) -> None:
        wrong = [name for name, weight in self.by_criterion.items() if not 0 <= weight < 1e6]
        if wrong:
            raise ValueError(f"weights must be zero or more: {', '.join(wrong)}")

    def scaled(self, criterion: str, factor: float) -> "Weights":
        """The same weights with one of them changed, for what-if questions."""
        changed = {**self.by_criterion, criterion: self.by_criterion[criterion] * factor}
        return replace(self, version=f"{self.version}+{criterion}×{factor:g}", by_criterion=changed)


DEFAULT_WEIGHTS = Weights(
    "2026-11",
    {
        # the district
        "districts_wanted": 25,
        "priority": 20,
        "evidence": 14,
        "employment": 5,
        "shipments": 5,
        "railway": 5,
        "sea_port": 6,
        "federal_highway": 5,
        "airport": 4,
        # the park
        "parks_wanted": 25,
        "profile": 10,
        "area": 8,
        "power": 8,
        "gas": 6,
        "water": 5,
        "sewage": 4,
        "rail": 6,
        "hazard_class": 3,
        "stage": 4,
        "kind": 4,
        "port_km": 6,
        "highway_km": 4,
        "airport_km": 3,
    },
)
"""Our own choice, meant to be edited: the order of magnitude follows surveys of location
executives (labour and industry first, then transport, land, power and water)."""
