"""Read-only numpy columns made of plain values; unknown is NaN, -1, or past the last word."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
Flags = npt.NDArray[np.int8]
Codes = npt.NDArray[np.intp]
Counts = npt.NDArray[np.int64]
ONE = np.float32(1)

Array = TypeVar("Array", bound=npt.NDArray[Any])


def frozen(array: Array) -> Array:
    """The same array, no longer writable."""
    array.flags.writeable = False
    return array


def figures(values: Iterable[float | None]) -> Floats:
    """A column of figures."""
    return frozen(np.array([np.nan if v is None else v for v in values], np.float32))


def flags(values: Iterable[bool | None]) -> Flags:
    """A column of 1 (yes), 0 (no) and -1 (unknown)."""
    return frozen(np.array([-1 if v is None else int(v) for v in values], np.int8))


def codes(values: Iterable[str | None], words: Sequence[str]) -> Codes:
    """A column of places in `words`, or one past the last for unknown.

    Unknown is no negative place, for numpy takes five times as long over those. A code outside
    the words raises ValueError.
    """
    places = {None: len(words)} | {word: place for place, word in enumerate(words)}
    try:
        return frozen(np.array([places[value] for value in values], np.intp))
    except KeyError as error:
        raise ValueError(f"{error} is none of {', '.join(words)}") from error


def figure(value: np.float32) -> float | None:
    """The figure as it was written down: the shortest decimal that float32 tells apart."""
    return None if np.isnan(value) else float(str(value))


def flag(value: np.int8) -> bool | None:
    """The answer behind a column of flags."""
    return None if value < 0 else bool(value)


def code(value: np.intp, words: Sequence[str]) -> str | None:
    """The word behind a column of codes."""
    return words[int(value)] if value < len(words) else None
