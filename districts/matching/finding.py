"""What one criterion says of one place."""

from dataclasses import dataclass
from typing import Any, Literal

Figure = float | int | bool | str | tuple[str, ...] | None
"""A figure, a yes or no, a code, several codes; None is unknown, or nothing asked."""

State = Literal["met", "missed", "unknown"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion of one place: `points` are its part of the place's score."""

    criterion: str
    state: State
    asked: Figure
    offered: Figure
    points: float

    def to_json(self) -> dict[str, Any]:
        """The contract's shape."""
        # By hand, for dataclasses.asdict copies every value and takes ten times as long.
        return {
            "criterion": self.criterion,
            "state": self.state,
            "asked": self.asked,
            "offered": self.offered,
            "points": self.points,
        }


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The first limit that a park failed, with the figures that tell by how much."""

    id: str
    criterion: str
    asked: Figure
    offered: Figure

    def to_json(self) -> dict[str, Any]:
        """The contract's shape."""
        return {
            "id": self.id,
            "criterion": self.criterion,
            "asked": self.asked,
            "offered": self.offered,
        }
