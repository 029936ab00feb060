"""What the ledger found, in words and with the way to each."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext

from leads.ledger import Count


@dataclass(frozen=True)
class Item:
    name: str
    url: str


@dataclass(frozen=True)
class Difference:
    kind: str
    meaning: str
    items: list[Item]


def differences(kinds: dict[str, list[str]]) -> list[Difference]:
    """The kinds with most items first."""
    rows = [
        Difference(kind, _meaning(kind), [Item(name, _url(name)) for name in names])
        for kind, names in kinds.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.items), row.kind))


def _meaning(kind: str) -> str:
    """In the language of the page; a check that is gone meanwhile keeps its name."""
    try:
        return gettext(Count.meaning(kind))
    except KeyError:
        return kind


def _url(name: str) -> str:
    """The page of an inquiry; rows of other tables have none of their own."""
    try:
        return reverse("pipeline:inquiry", args=[name])
    except NoReverseMatch:
        return ""
