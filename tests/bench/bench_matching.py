"""Time for one need, beside a plain Python loop over the same rows; and how much weights matter.

`python -m pytest -q -s -o python_files='bench_*.py' tests/bench/bench_matching.py`. The targets
are milliseconds of the processor for the median need; a clock would count the neighbours too.
"""

from datetime import date
from statistics import median, quantiles
from time import process_time

import pytest

from districts.matching.ranking import order, rank
from districts.matching.snapshot import Snapshot
from districts.matching.weights import DEFAULT_WEIGHTS
from tests.bench.made_up_land import needs, rows
from tests.matching import made_up, plain

TODAY = date(2026, 11, 22)
ROUNDS = 5


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


def test_how_often_a_fifth_of_a_weight_changes_the_first_park():
    snapshot = made_up.snapshot()
    asked = [need for need in made_up_needs() if len(order(need, snapshot, at=TODAY)[1]) > 1]
    first = [order(need, snapshot, at=TODAY)[1][0][0] for need in asked]
    print(f"\n{len(asked)} made-up needs, sixty made-up parks: share whose first park changes")
    shares = []
    for name, weight in DEFAULT_WEIGHTS.by_criterion.items():
        changed = {0.8: 0, 1.2: 0}
        for factor in changed:
            weights = DEFAULT_WEIGHTS.scaled(name, factor)
            for need, before in zip(asked, first, strict=True):
                after = order(need, snapshot, weights, at=TODAY)[1][0][0]
                changed[factor] += after != before
        shares += [count / len(asked) for count in changed.values()]
        lower, higher = (f"{count / len(asked):6.1%}" for count in changed.values())
        print(f"  {name:18} weight {weight:4}   −20 % {lower}   +20 % {higher}")
    print(f"  mean {sum(shares) / len(shares):.1%}, most {max(shares):.1%}")
    assert max(shares) < 0.25


def made_up_needs():
    """Needs of the bench put to the made-up registry's own industries and districts."""
    snapshot = made_up.snapshot()
    translate = dict(zip((f"i{n:02}" for n in range(36)), snapshot.industries, strict=True))
    places = {f"d{n:04}": name for n, name in enumerate(snapshot.districts.ids)}
    for need in needs(400, len(places), seed=3):
        values = need.to_json()
        for guess in values["industries"]:
            guess["code"] = translate[guess["code"]]
        for name in ("districts_wanted", "districts_excluded"):
            values[name] = [places[place] for place in values[name]]
        yield type(need).from_json(values)
