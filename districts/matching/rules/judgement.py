"""What a rule answers: one criterion judged for every place at once."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ..arrays import Bools, Floats
from ..finding import Figure, State


class Judgement(NamedTuple):
    """One criterion over all places of its kind, in columns.

    `share` (0–1, by a fixed reference range, never by the other places) is multiplied by the
    criterion's weight. A rule with `missed` is a hard limit: those places are out, and those in
    `unknown` stand after the confirmed. Without `missed` the criterion only adds: no share is a
    miss, unless unknown. Where `exact` is given, a share elsewhere is for coming close, and a miss
    all the same. `gap` gives how much of the limit would have to be given up.
    """

    asked: Figure
    offered: Callable[[int], Figure]
    share: Floats | None = None
    missed: Bools | None = None
    unknown: Bools | None = None
    gap: Callable[[], Floats] | None = None
    exact: Bools | None = None

    def state(self, place: int) -> State:
        """What the criterion says of one place."""
        if self.missed is not None and self.missed[place]:
            return "missed"
        if self.unknown is not None and self.unknown[place]:
            return "unknown"
        if self.missed is None and self.share is not None and not self.share[place]:
            return "missed"
        if self.exact is not None and not self.exact[place]:
            return "missed"
        return "met"

    def gaps(self) -> Floats:
        """By how much each place misses, in parts of what was asked; infinite: never to be had."""
        if self.missed is None:
            raise TypeError("only a hard limit has gaps")
        size = np.float32(1) if self.gap is None else self.gap()
        return np.where(self.missed, size, np.float32(0)).astype(np.float32)
