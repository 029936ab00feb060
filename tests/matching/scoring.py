"""How well the reader reads labelled texts: shares with Wilson intervals, F1 of each field."""

import json
import math
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from districts.matching.reading import read

NEEDS = Path(__file__).parent / "needs"
RANGES = ("land_ha", "building_m2", "jobs")
FLAGS = ("gas", "rail", "port")
PLACES = ("districts_wanted", "districts_excluded")
FIGURES = ("power_mw", "gas_m3h", "water_m3d", "capex_mln_rub", "hazard_class")
FIELDS = (*RANGES, *FLAGS, *FIGURES, *PLACES)


@dataclass
class Share:
    """So many of so many; `interval` is Wilson's at 95 %."""

    hits: int = 0
    of: int = 0

    def count(self, hit: bool) -> None:
        self.hits += bool(hit)
        self.of += 1

    @property
    def value(self) -> float:
        return self.hits / self.of if self.of else 1.0

    @property
    def interval(self) -> tuple[float, float]:
        z, n, p = 1.96, max(self.of, 1), self.value
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self):
        low, high = self.interval
        return f"{self.value:.3f} [{low:.3f}, {high:.3f}] of {self.of}"


@dataclass
class Score:
    top1: Share = field(default_factory=Share)
    top3: Share = field(default_factory=Share)
    kind: Share = field(default_factory=Share)
    kept_out: Share = field(default_factory=Share)
    right: Counter = field(default_factory=Counter)
    given: Counter = field(default_factory=Counter)
    wanted: Counter = field(default_factory=Counter)

    def f1(self, name: str) -> float:
        told = self.given[name] + self.wanted[name]
        return 2 * self.right[name] / told if told else 1.0

    @property
    def fields_f1(self) -> float:
        return sum(map(self.f1, FIELDS)) / len(FIELDS)


def labelled(part: str) -> list[dict]:
    """`part` is a file's name without its ending: tuning_ru, frozen_en …"""
    lines = (NEEDS / f"{part}.jsonl").read_text().splitlines()
    return [json.loads(line) for line in lines]


def score(*parts: str) -> Score:
    total = Score()
    for label in (one for part in parts for one in labelled(part)):
        reading = read(label["text"])
        need = reading.need.to_json()
        total.kind.count(reading.kind == label["kind"])
        if label["kind"] != "project":
            total.kept_out.count(reading.kind != "project")
            continue
        codes = [guess["code"] for guess in need["industries"]]
        if label["industries"]:
            fair = {*label["industries"], *label["acceptable"]}
            total.top1.count(bool(codes) and codes[0] in fair)
            total.top3.count(bool({*codes[:3]} & {*label["industries"]}))
        for name in FIELDS:
            _compare(total, name, label.get(name), need[name])
    return total


def _compare(total: Score, name: str, wanted, given) -> None:
    asked = bool(wanted) if name in PLACES else wanted is not None
    total.wanted[name] += asked
    total.given[name] += bool(given) if name in PLACES else given is not None
    total.right[name] += asked and _same(name, wanted, given)


def _same(name: str, wanted, given) -> bool:
    if name in PLACES:
        return set(wanted) == set(given)
    if name in FLAGS:
        return wanted is given
    if name in RANGES:
        given = given or {}
        return all(_close(wanted[end], given.get(end)) for end in ("min", "max"))
    return _close(wanted, given)


def _close(wanted, given) -> bool:
    if wanted is None or given is None:
        return wanted is given
    return abs(given - wanted) <= 0.02 * max(abs(wanted), 1e-9) + 1e-9
