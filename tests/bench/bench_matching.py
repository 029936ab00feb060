"""Time for one need, beside a plain Python loop over the same rows; and how much weights matter.

`python -m pytest -q -s -o python_files='bench_*.py' tests/bench/bench_matching.py`. The targets
are milliseconds of the processor for the median need; a clock would count the neighbours too.
"""

from dataclasses import fields
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from time import process_time

import pytest

from districts.matching import csv_registry
from districts.matching.need import Need
from districts.matching.ranking import order, rank
from districts.matching.snapshot import Snapshot
from districts.matching.weights import DEFAULT_WEIGHTS
from tests.bench.made_up_land import needs, rows
from tests.matching import made_up, plain
from tests.matching.scoring import labelled
from tests.matching.test_labelled_needs import PARTS

TODAY = date(2026, 11, 22)
ROUNDS = 15
SHIPPED = Path(__file__).parents[2] / "districts" / "registry"


def milliseconds(call, given):
    """Of each need, the best of some rounds."""
    times = []
    for need in given:
        rounds = []
        for _ in range(ROUNDS):
            start = process_time()
            call(need)
            rounds.append((process_time() - start) * 1000)
        times.append(min(rounds))
    return times


def line(title, times, beside=None):
    p95 = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    ratio = f"{median(beside) / median(times):10.0f}×" if beside else " " * 11
    print(f"  {title:34} p50 {median(times):10.3f} ms   p95 {p95:10.3f} ms {ratio}")


@pytest.mark.parametrize(
    ("districts", "parks", "bare", "with_findings", "loops"),
    [(44, 46, 0.1, 1, 60), (44, 200, 0.1, 1, 60), (3_000, 20_000, 0.5, 2, 5)],
)
def test_one_need(districts, parks, bare, with_findings, loops):
    catalogue = rows(districts, parks)
    start = process_time()
    snapshot = Snapshot.compile(**catalogue, version="bench")
    compiled = process_time() - start
    asked = needs(200, districts)
    land = plain.Land(**{name: list(value) for name, value in catalogue.items()})
    ranked = milliseconds(lambda need: order(need, snapshot, at=TODAY), asked)
    explained = milliseconds(lambda need: rank(need, snapshot, at=TODAY), asked)
    looped = milliseconds(lambda need: plain.rank(need, land, TODAY.year), asked[:loops])
    print(f"\n{districts} districts + {parks} parks (compiled in {compiled * 1000:.0f} ms)")
    line(f"ranking, at most {bare} ms", ranked, looped)
    line(f"with findings, at most {with_findings} ms", explained, looped)
    line("plain Python over rows", looped)
    print(f"  100,000 needs, one after another: {sum(ranked) / len(ranked) * 100:.0f} s")
    assert median(ranked) <= bare
    assert median(explained) <= with_findings


@pytest.mark.parametrize("registry", ["shipped", "made up"])
def test_how_often_a_fifth_of_a_weight_changes_the_first_place(registry):
    """On the needs that the labels of all texts state, none of them read by the reader."""
    snapshot = csv_registry.load(SHIPPED) if registry == "shipped" else made_up.snapshot()
    asked = list(labelled_needs(snapshot))
    first = [_first(need, snapshot) for need in asked]
    print(
        f"\n{len(asked)} labelled needs, the {registry} registry: share whose first place changes"
    )
    shares = []
    for name, weight in DEFAULT_WEIGHTS.by_criterion.items():
        told = []
        for factor in (0.8, 1.2):
            weights = DEFAULT_WEIGHTS.scaled(name, factor)
            after = [_first(need, snapshot, weights) for need in asked]
            for kind in (0, 1):
                moved = sum(a[kind] != b[kind] for a, b in zip(first, after, strict=True))
                told.append(moved / len(asked))
        shares += told
        print(
            f"  {name:18} weight {weight:4}   park −20 % {told[1]:6.1%}  +20 % {told[3]:6.1%}"
            f"   district −20 % {told[0]:6.1%}  +20 % {told[2]:6.1%}"
        )
    print(f"  mean {sum(shares) / len(shares):.1%}, most {max(shares):.1%}")
    assert max(shares) < 0.25


def _first(need, snapshot, weights=DEFAULT_WEIGHTS):
    """The first district and the first park."""
    return [rows[0][0] if rows else None for rows in order(need, snapshot, weights, at=TODAY)]


def labelled_needs(snapshot):
    """The needs of projects as their labels state them; on the made-up registry its own districts
    stand for those that a label names."""
    shipped = csv_registry.load(SHIPPED).districts.ids
    stand_in = dict(zip(shipped, cycle(snapshot.districts.ids), strict=False))
    names = {field.name for field in fields(Need)}
    for label in (row for part in PARTS for row in labelled(part)):
        if label["kind"] == "project":
            told = {name: value for name, value in label.items() if name in names}
            for name in ("districts_wanted", "districts_excluded"):
                told[name] = [stand_in[place] for place in told.get(name) or ()]
            yield Need.from_json(told)
