"""The made-up registry of sixty parks: as rows, as a snapshot, and with other parks."""

from functools import cache
from pathlib import Path

from districts.matching import csv_registry
from districts.matching.snapshot import Snapshot
from tests.matching.plain import Land

REGISTRY = Path(__file__).parent / "registry"


@cache
def rows():
    return csv_registry.rows(REGISTRY)


@cache
def snapshot():
    return csv_registry.load(REGISTRY)


def with_parks(parks):
    """The same districts with these parks in place of the sixty."""
    return Snapshot.compile(**{**rows(), "parks": parks}, version="made up")


def plain(parks=None):
    given = {name: list(value) for name, value in rows().items()}
    return Land(**(given if parks is None else {**given, "parks": list(parks)}))
