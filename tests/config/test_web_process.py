"""What a web process holds: the catalogue as arrays, and no library of machine learning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = r"""
import re, sys
from pathlib import Path
import config.wsgi
from districts.matching import csv_registry
from districts.matching.ranking import rank
from districts.matching.reading import read
from django.urls import get_resolver
from django.utils.timezone import localdate
get_resolver().url_patterns
land = csv_registry.load(Path("districts/registry"))
need = read("Цех по переработке яблок, 5 га, 2 МВт, газ, под Абинском").need
assert rank(need, land, at=localdate()).districts
# Not getrusage: after fork and exec its peak is still that of the parent.
print(int(re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024)
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


@pytest.fixture(scope="module")
def process():
    """(peak memory in MB, packages imported) of one that has read and matched a text."""
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    memory, packages = run.stdout.splitlines()
    return int(memory), set(packages.split())


def test_it_works(process):
    _, packages = process
    assert {"django", "numpy", "leads", "districts"} <= packages
    assert not packages & {"sklearn", "scipy", "pandas", "torch"}


def test_it_stays_under_130_mb(process):
    memory, _ = process
    print(f"web process with the catalogue loaded: {memory} MB at most")
    assert memory < 130
