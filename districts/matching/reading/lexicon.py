"""The vocabulary of the room: terms of industries, names of places, words of callers."""

import csv
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from .kindred import KINDRED
from .terms import TermIndex


@dataclass(frozen=True, slots=True)
class Place:
    """A name's district; `sure` says how the name counts when it stands alone.

    yes: always; prep: after "в" and the like, in a list or between commas; list: in those two;
    no: only beside "станица", "район" and the like.
    """

    district: str
    sure: str


@dataclass(frozen=True, slots=True)
class Term:
    """What meeting a term says of an industry: 3 names it, 2 supports it, 1 hints at it, 0 hints
    at it where the thing is made."""

    industry: str
    weight: int
    text: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Indexes built once; codes and ids outside the registry's rows are left out."""

    industries: TermIndex[Term]
    places: TermIndex[Place]
    parents: dict[str, str]
    russian: tuple[str, ...]
    english: tuple[str, ...]
    names: tuple[str, ...] = field(default=())
    codes: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(
        cls,
        industries: Iterable[tuple[str, str]] | None = None,
        districts: Iterable[tuple[str, Iterable[str]]] | None = None,
    ) -> "Lexicon":
        """Built from the registry's rows: (code, parent or "") and (id, further names).

        None keeps every code or id of the room's own data.
        """
        parents = None if industries is None else dict(industries)
        further = None if districts is None else {key: tuple(names) for key, names in districts}
        terms: TermIndex[Term] = TermIndex()
        for term in _terms():
            if parents is None or term.industry in (*parents, "none"):
                terms.add(term.text, term)
        places: TermIndex[Place] = TermIndex(gap=0)
        names = []
        for name, place in _places():
            if further is None or place.district in further:
                places.add(name if name.endswith("*") else "=" + name.replace(" ", " ="), place)
                if place.sure == "yes":
                    names.append(name.rstrip("*"))
        for district, more in (further or {}).items():
            for name in more:
                places.add(name.lower().replace("ё", "е"), Place(district, "yes"))
        russian, english = _vocabulary()
        codes = frozenset(KINDRED if parents is None else parents)
        family = parents or dict(PARENTS)
        return cls(terms, places, family, russian, english, tuple(names), codes)


PARENTS = {
    "machine_tools": "machine_building",
    "agricultural_machinery": "machine_building",
    "food_machinery": "machine_building",
    "rail_engineering": "machine_building",
    "shipbuilding_repair": "machine_building",
    "vehicles_trailers": "machine_building",
    "electrical_equipment": "machine_building",
    "radio_electronics": "machine_building",
    "mineral_fertilisers": "chemicals",
    "pharma": "chemicals",
    "rubber_plastics": "chemicals",
    "cement": "building_materials",
    "glass": "building_materials",
    "furniture": "forestry_woodworking",
    "beverages_wine": "food_processing",
}
"""The registry's parents, for a lexicon built without rows."""


@cache
def default() -> Lexicon:
    """The lexicon of the room's own data, built once a process."""
    return Lexicon.of()


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _terms() -> list[Term]:
    return [
        Term(code, int(weight), " ".join(text.split()))
        for code, weights in tomllib.loads(_read("industries.toml")).items()
        for weight, texts in weights.items()
        for text in texts.replace("\n", " ").split(",")
        if text.strip() and not text.strip().endswith("-")
    ]


def _places() -> list[tuple[str, Place]]:
    rows = csv.DictReader(_read("places.csv").splitlines())
    return [(row["name"].replace("-", " "), Place(row["district"], row["sure"])) for row in rows]


def _vocabulary() -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = tomllib.loads(_read("vocabulary.toml"))
    return tuple(words["russian"].split()), tuple(words["english"].split())
