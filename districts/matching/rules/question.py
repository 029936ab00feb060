"""What every rule is asked: a need, put to a snapshot, on a day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from operator import attrgetter
from typing import TypeVar, cast

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


Ruling = TypeVar("Ruling", bound=Callable[..., object])
Reads = Callable[[Need], object]
_READS: dict[str, Reads] = {}
_GETTERS: dict[tuple[str, ...], Reads] = {}


def reads(*names: str) -> Callable[[Ruling], Ruling]:
    """Names all that a rule reads of the need, so that needs which agree in it are judged once."""

    def named(rule: Ruling) -> Ruling:
        # Rules that read the same have one getter: what they are asked is told apart once.
        _READS[rule.__name__] = _GETTERS.setdefault(names, attrgetter(*names))
        return rule

    return named


def once(key: Callable[[Question], object]) -> Callable[[Ruling], Ruling]:
    """A rule that answers the same wherever `key` (of few values) is the same is asked once a
    snapshot. Two threads at once may both ask; the answers are equal."""

    def kept(rule: Ruling) -> Ruling:
        @wraps(rule)
        def judged(question: Question) -> object:
            known, place = question.snapshot.kept, (rule.__name__, key(question))
            if place not in known:
                known[place] = rule(question)
            return known[place]

        return cast(Ruling, judged)

    return kept


def reads_of(rule: Callable[..., object]) -> Reads:
    """What the rule reads of a need, as one key."""
    return _READS[rule.__name__]
