"""How close the industries of a place stand to each industry that may be asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from .arrays import Bools, Floats, frozen
from .rows import IndustryRow

SAME, PARENT_OR_CHILD, SIBLING = 1.0, 0.5, 0.25


@dataclass(frozen=True, slots=True)
class Affinity:
    """Shares 0–1 by industry (rows) and place (columns), read-only.

    `stated` holds the weights as the registry states them; `share` the best of them for each
    industry asked, lessened by how far the two industries stand apart; `silent` marks places
    that state no industry at all.
    """

    stated: Floats
    share: Floats
    silent: Bools

    @classmethod
    def compile(
        cls, relations: Floats, places: int, stated: Iterable[tuple[int, int, float]]
    ) -> "Affinity":
        """`stated` gives (industry, place, weight 0–1); the heaviest of repeated ones counts."""
        count = len(relations)
        own = np.zeros((count, places), np.float32)
        for industry, place, weight in stated:
            own[industry, place] = max(own[industry, place], weight)
        share = np.zeros_like(own)
        for asked, other in zip(*np.nonzero(relations), strict=True):
            np.maximum(share[asked], relations[asked, other] * own[other], out=share[asked])
        return cls(frozen(own), frozen(share), frozen(np.count_nonzero(own, axis=0) == 0))

    def closest(self, relations: Floats, asked: int, place: int) -> int | None:
        """The place's industry that earns its share for the one asked; None where none does."""
        shares = relations[asked] * self.stated[:, place]
        best = int(shares.argmax()) if len(shares) else 0
        return best if len(shares) and shares[best] > 0 else None

    def heaviest(self, place: int, most: int = 3) -> list[int]:
        """The industries that the place states, the heaviest first."""
        own = self.stated[:, place]
        return [int(row) for row in (-own).argsort(kind="stable")[:most] if own[row] > 0]


def relate(industries: Sequence[IndustryRow]) -> Floats:
    """A square of shares: the same industry 1, parent and child ½, siblings ¼, strangers 0.

    Kinship follows the list's own parents, and OKVED 2 where one code stands within another
    (28.4 in 28) or two stand within one class (23.1 and 23.5).
    """
    square = np.zeros((len(industries), len(industries)), np.float32)
    for row, one in enumerate(industries):
        for column, other in enumerate(industries):
            square[row, column] = _kinship(one, other)
    return frozen(square)


def _kinship(one: IndustryRow, other: IndustryRow) -> float:
    if one.code == other.code:
        return SAME
    if one.code == other.parent or other.code == one.parent:
        return PARENT_OR_CHILD
    if any(_within(a, b) or _within(b, a) for a in one.okved for b in other.okved):
        return PARENT_OR_CHILD
    if one.parent and one.parent == other.parent:
        return SIBLING
    classes = {code.split(".")[0] for code in one.okved}
    return SIBLING if any(code.split(".")[0] in classes for code in other.okved) else 0.0


def _within(code: str, wider: str) -> bool:
    return code == wider or code.startswith(wider if "." in wider else wider + ".")
