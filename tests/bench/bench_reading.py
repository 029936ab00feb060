"""What the reader makes of the labelled texts, the frozen part apart from the tuned one, and how
long it takes: milliseconds of the processor, the best of some rounds.
"""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time

import pytest

from districts.matching.reading import lexicon, numbers, read, words
from districts.matching.reading.industries import read_industries
from tests.config.test_web_process import ROOT, process  # noqa: F401
from tests.matching.scoring import FIELDS, labelled, score

TUNED = (
    *("tuning_ru", "tuning_en", "tuning_more_ru", "tuning_more_en"),
    *("tuning_fresh_ru", "tuning_fresh_en"),
)
ROUNDS = 7
READ_MS, INDUSTRY_US, LINES, LINES_S, MEGABYTES = 5, 40, 220, 5, 130


@pytest.mark.parametrize("part", [*TUNED, "frozen_ru", "frozen_en"])
def test_labelled_texts(part):
    found = score(part)
    print(f"\n{part}: share [Wilson 95 %]")
    print(f"  industry top-1        {found.top1}")
    print(f"  industry top-3        {found.top3}")
    print(f"  kind                  {found.kind}")
    print(f"  not projects kept out {found.kept_out}")
    print(f"  mean F1 of the fields {found.fields_f1:.3f}")
    print("  " + ", ".join(f"{name} {found.f1(name):.3f}" for name in FIELDS))


def _seconds(call, given) -> list[float]:
    """Of each text, the best of some rounds."""
    best = [float("inf")] * len(given)
    for _ in range(ROUNDS):
        for number, one in enumerate(given):
            start = process_time()
            call(one)
            best[number] = min(best[number], process_time() - start)
    return best


def test_one_text():
    texts = [row["text"] for part in TUNED for row in labelled(part)]
    known = lexicon.default()
    plain = [numbers.digits(words.normalise(text)) for text in texts]
    whole = [1e3 * one for one in _seconds(read, texts)]
    trade = [1e6 * one for one in _seconds(lambda text: read_industries(text, known), plain)]
    print(f"\n{len(texts)} texts, {sum(map(len, texts)) // len(texts)} characters each on average")
    for name, times, unit, most in (
        ("reading one text", whole, "ms", READ_MS),
        ("its industry, words remembered", trade, "µs", INDUSTRY_US),
    ):
        p95 = quantiles(times, n=20)[-1]
        print(f"  {name:32} p50 {median(times):7.2f} {unit}   p95 {p95:7.2f} (at most {most})")
    assert median(whole) <= READ_MS
    assert median(trade) <= INDUSTRY_US


def test_lines_with_the_start():
    """The contract's command, from nothing, on a quiet machine."""
    texts = [row["text"] for part in TUNED for row in labelled(part)][:LINES]
    given = "".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts))
    start = perf_counter()
    run = subprocess.run(
        [sys.executable, str(Path(ROOT) / "manage.py"), "match", "--jsonl"],
        input=given,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        timeout=120,
    )
    spent = perf_counter() - start
    print(f"\n{LINES} lines read and matched, start included: {spent:.2f} s (at most {LINES_S})")
    assert len(run.stdout.splitlines()) == LINES
    assert spent <= LINES_S


def test_a_web_process(process):  # noqa: F811
    memory, packages = process
    print(f"\na web process that has read and matched: {memory} MB (at most {MEGABYTES})")
    assert memory < MEGABYTES
    assert "sklearn" not in packages
