"""A file is being brought in while its worker dies by kill -9, and taken back while it dies again:
each line once, then the same state as before. The whole: 50,000 lines."""

import os
import time

import pytest

from tests.stack import wait_for

pytestmark = pytest.mark.proof
WHOLE = os.environ.get("PROVE") == "whole"
LINES = 50_000 if WHOLE else 3_000
WITHIN = 1800 if WHOLE else 120
BEGIN = """
from django.utils import timezone
from leads import doorbell
from leads.models import ImportRun
from tests.importing.file_cast import INQUIRIES, csv_of, line, uploaded
from tests.world import gleb, make_inquiry, maria
maria(), gleb()
make_inquiry(phone="+7 918 000-00-07", at=timezone.now())
won = ("Завод, 5 га, 2 МВт", "Реализуется", "01.02.2024", "", "5")
given = (won, ("Цех, 2 га", "Новая", "01.02.2026", "", ""))
content = csv_of(INQUIRIES, *(line(n, *given[n %% 50 == 0]) for n in range(%d)), code="cp1251")
run = uploaded(content, "inquiries")
run.start(at=timezone.now())
doorbell.ring("leads.bring_in", run.pk)
"""
UNDO = """
from django.utils import timezone
from leads import doorbell
from leads.models import ImportRun
from tests.world import gleb
run = ImportRun.objects.get()
assert run.undo(by=gleb(), at=timezone.now())
doorbell.ring("leads.bring_in", run.pk)
"""
TABLES = ("inquiry", "investor", "contact", "contactphone", "contactemail", "need", "matchrun")


def counted(stack) -> dict[str, int]:
    return {name: stack.query(f"SELECT count(*) FROM leads_{name}")[0][0] for name in TABLES}


def state(stack) -> tuple[str, int]:
    return stack.query("SELECT state, done FROM leads_importrun")[0]


def killed_at_work(stack, name: str) -> int:
    """Its worker dies once when some of the lines are dealt with; how many those were."""
    done = wait_for(lambda: state(stack)[0] == name and state(stack)[1], within=WITHIN)
    stack.kill("worker")
    assert state(stack)[0] == name, "it was over before the blow fell"
    stack.processes["worker"].start()
    return done


def test_it_works(make_stack, tmp_path, capsys):
    stack = make_stack(without=["web", "sweep"], UPLOADS_DIR=str(tmp_path))
    began = time.monotonic()
    stack.manage("shell", "--no-imports", "-c", BEGIN % LINES)
    one = dict.fromkeys(TABLES, 1) | {"contactemail": 0}
    blows = [killed_at_work(stack, "running")]
    wait_for(lambda: state(stack)[0] == "done", within=WITHIN)
    took = time.monotonic() - began
    lines = "SELECT outcome, count(*), count(DISTINCT line) FROM leads_importrow GROUP BY 1"
    rows = stack.query(lines)
    assert sorted(rows) == [("joined", 1, 1), ("made", LINES - 1, LINES - 1)]
    assert counted(stack)["inquiry"] == LINES + 1
    assert counted(stack)["investor"] == LINES
    stack.manage("ledger")  # it fails when anything differs
    stack.manage("shell", "--no-imports", "-c", UNDO)
    blows.append(killed_at_work(stack, "undoing"))
    wait_for(lambda: state(stack)[0] == "undone", within=WITHIN)
    assert counted(stack) == one
    assert stack.query("SELECT count(*) FROM leads_activity WHERE data ? 'import'")[0][0] == 0
    stack.manage("ledger")
    with capsys.disabled():
        print(
            f"\npromise: a file once, and back again: PASS {LINES:,} lines in {took:.0f} s, "
            f"worker killed with -9 after {blows[0]:,}; taken back, killed after {blows[1]:,}; "
            f"every table as before, ledger 0"
        )
