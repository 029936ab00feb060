"""Lists, board, search, card and look-up where many inquiries stand: SIZES=10000,100000,1000000.

`python -m pytest -q -s -o python_files='bench_*.py' tests/bench/bench_million.py`
Each size has a database of its own, filled by COPY, and is asked in a process without anything of
the tests. H: a bare view behind Django's own middleware; A0: an empty page for one who is logged
in; I: one ORM insert with its commit. All three and the pages go through Django's handler in the
process, so that no web server stands between.
"""

import json
import os

import pytest

SIZES = [int(size) for size in os.environ.get("SIZES", "10000").split(",")]
# The most: (times H, times A0, times I, statements, bytes, ms in the database). From
# PERFORMANCE targets T1-T21.
MOST = {
    "T1": {"H": 65, "A0": 12, "statements": 6, "bytes": 60_000},
    "T2": {"H": 65, "A0": 12, "statements": 6, "bytes": 60_000},
    "T3": {"H": 65, "A0": 12, "statements": 6, "bytes": 60_000},
    "T4": {"H": 90, "statements": 6},
    "T5": {"H": 70, "statements": 6, "bytes": 60_000},
    "T6": {"H": 50, "A0": 10, "statements": 8, "bytes": 40_000},
    "T7": {"I": 18},
    "T8": {"A0": 3},
    "T17": {"sql": 5},
}


def over(name: str, found: dict, of: dict) -> list[str]:
    """What of it is over its target."""
    ratios = {unit: found["p50"] / of[unit]["p50"] for unit in ("H", "A0", "I")} | found
    most = MOST.get(name.split()[0].rstrip(","), {})
    return [
        f"{name}: {ratios[unit]:.1f} {unit} of {limit}"
        for unit, limit in most.items()
        if ratios.get(unit, 0) > limit
    ]


@pytest.mark.parametrize("size", SIZES)
def test_what_pages_cost(make_stack, size, capsys):
    stack = make_stack(without=["web", "beat", "sweep"])
    line = f"from tests.bench.million import measure; measure({size})"
    told = stack.manage("shell", "--no-imports", "-c", line)
    figures = json.loads(told.strip().splitlines()[-1])
    rows, took = figures.pop("rows"), figures.pop("loaded_s")
    of = {unit: figures.pop(unit) for unit in ("H", "A0", "I")}
    late = []
    with capsys.disabled():
        print(f"\n{size:,} inquiries, {rows:,} rows loaded in {took:.0f} s")
        print("  " + ", ".join(f"{unit} {one['p50']:.2f} ms" for unit, one in of.items()))
        units = ("p50 ms", "p95 ms", "cpu ms", "cpu/H", "x H", "x A0", "x I", "stmts", "sql ms")
        heads = "".join(f"{unit:>8}" for unit in units)
        print(f"  {'':26}{heads}{'bytes':>8}")
        for name, one in figures.items():
            share = one["cpu"] / of["H"]["cpu"]
            ratios = f"{one['cpu']:8.1f}{share:8.1f}"
            ratios += "".join(f"{one['p50'] / of[unit]['p50']:8.1f}" for unit in of)
            costs = f"{one['statements']:8}{one['sql']:8.1f}{one.get('bytes', 0):8}"
            print(f"  {name:26}{one['p50']:8.1f}{one['p95']:8.1f}{ratios}{costs}")
            late += over(name, one, of)
        print("  over their targets: " + ("; ".join(late) or "none"))
