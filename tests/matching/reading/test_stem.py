"""Stems of words, the same in every thread."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from districts.matching.reading.words import stem

ENDINGS = ["работка", "работанный", "скими", "вающийся", "ность", "ениями", "ировавшись", "ам"]


@pytest.fixture
def eager_threads():
    """Threads that take turns all the time, as under load."""
    pause = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(pause)


def test_it_works():
    assert stem("консервного") == stem("консервный")
    assert stem("factories") == stem("factory")


def test_threads_do_not_disturb_each_other(eager_threads):
    words = [f"{first}{second}" for first in ("завод", "пере", "авто") for second in ENDINGS] * 20
    alone = [stem(word) for word in words]
    with ThreadPoolExecutor(4) as threads:
        # Past the cache, which would answer for the stemmer.
        for together in threads.map(lambda _: [stem.__wrapped__(word) for word in words], range(4)):
            assert together == alone
