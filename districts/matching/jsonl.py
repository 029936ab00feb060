"""Needs in, matches out, one JSON object a line."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Protocol

from .need import Need
from .ranking import Placement, rank
from .snapshot import Snapshot
from .weights import DEFAULT_WEIGHTS, Weights

LEAST = 0.05
"""Guesses of the trade below this confidence weigh nothing."""


class Read(Protocol):
    """What the reading of a text gives: its kind, and the need of a project."""

    @property
    def kind(self) -> str: ...

    @property
    def need(self) -> Need | None: ...


def match_lines(
    lines: Iterable[str],
    snapshot: Snapshot,
    read: Callable[[str], Read],
    *,
    at: date,
    weights: Weights = DEFAULT_WEIGHTS,
) -> Iterator[str]:
    """One answer for each line that is not blank; a line that makes no sense is told so."""
    for line in lines:
        if line.strip():
            yield _answer(line, snapshot, read, at, weights)


def _answer(
    line: str, snapshot: Snapshot, read: Callable[[str], Read], at: date, weights: Weights
) -> str:
    asked: Any = None
    try:
        asked = json.loads(line, parse_constant=_refuse)
        kind, need = _understood(asked, read)
        answer = {"id": asked.get("id"), "kind": kind}
        if kind != "project" or need is None:
            answer |= {"need": None, "districts": [], "parks": [], "excluded": []}
        else:
            answer |= _match(need, snapshot, at, weights)
        return _written(answer)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        name = asked.get("id") if isinstance(asked, dict) else None
        return _written({"id": name, "error": f"{type(error).__name__}: {error}"})


def _written(answer: dict[str, Any]) -> str:
    """Half a surrogate pair, which no encoding can write, becomes a question mark."""
    line = json.dumps(answer, ensure_ascii=False, allow_nan=False)
    return line.encode("utf-8", "replace").decode()


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no figure")


def _understood(asked: Any, read: Callable[[str], Read]) -> tuple[str, Need | None]:
    if asked.get("need") is not None:
        return "project", Need.from_json(asked["need"])
    reading = read(asked["text"])
    return reading.kind, reading.need


def _match(need: Need, snapshot: Snapshot, at: date, weights: Weights) -> dict[str, Any]:
    # Trades that only stand next to those read are told, and move no place.
    ranking = rank(need.confident(LEAST), snapshot, weights, at=at)
    answer: dict[str, Any] = {
        "need": need.to_json(),
        "districts": [_place(district) for district in ranking.districts],
        "parks": [_place(park) | {"district": park.district} for park in ranking.parks],
        "excluded": [exclusion.to_json() for exclusion in ranking.excluded],
    }
    if ranking.near:
        answer["near"] = [_place(park) | {"district": park.district} for park in ranking.near]
    return answer


def _place(placement: Placement) -> dict[str, Any]:
    return {
        "id": placement.id,
        "score": placement.score,
        "findings": [finding.to_json() for finding in placement.findings],
    }
