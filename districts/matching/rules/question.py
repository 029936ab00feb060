"""What every rule is asked: a need, put to a snapshot, on a day."""

from dataclasses import dataclass
from datetime import date

from ..need import Need
from ..snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Question:
    """`industries` are the guesses that the snapshot knows: (place in its list, confidence against
    the surest guess). `manufactures` tells whether one of them is manufacturing, or none is known.
    """

    need: Need
    snapshot: Snapshot
    at: date
    industries: tuple[tuple[int, float], ...]
    codes: tuple[str, ...]
    manufactures: bool

    @classmethod
    def put(cls, need: Need, snapshot: Snapshot, at: date) -> "Question":
        """Works out once what several rules need."""
        known = [
            (snapshot.industry_index[guess.code], guess.confidence)
            for guess in need.industries
            if guess.code in snapshot.industry_index and guess.confidence > 0
        ]
        surest = max((confidence for _, confidence in known), default=1.0)
        places = [place for place, _ in known]
        return cls(
            need,
            snapshot,
            at,
            tuple((place, confidence / surest) for place, confidence in known),
            tuple(snapshot.industries[place] for place in places),
            not places or any(snapshot.manufacturing[place] for place in places),
        )
