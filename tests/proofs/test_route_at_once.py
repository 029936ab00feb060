"""200 inquiries at once through four Celery workers: each gets one officer, and the spread is one.

Their rings lie in the broker, each of them twice, while the workers are frozen, so that all begin
together; beat's sweep and the second executor look for the same rows beside them.
"""

import os
import signal
from collections import Counter

import pytest

from tests.stack import wait_for

pytestmark = pytest.mark.proof
INQUIRIES = 200 if os.environ.get("PROVE") == "whole" else 80
WORKERS = [f"worker-{number}" for number in range(1, 5)]
CAST = """
from leads.models import Officer, Shift
from tests.world import ROUND_THE_CLOCK, make_user
for n in range(7):
    user = make_user(f"officer{n}", "manager")
    officer = Officer.objects.create(user=user, holidays_off=False, capacity=1000)
    Shift.set_for(officer, ROUND_THE_CLOCK)
"""
OPENED = """
from django.utils import timezone
from leads import doorbell
from tests.world import make_inquiry
doorbell.ring = lambda *words: None  # the test rings when all of them stand there
for n in range({count}):
    make_inquiry(at=timezone.now(), phone=f"+7 918 {{n:03}}-00-00", company=f"К{{n}}")
"""
RUNG = """
from config.celery import app
from leads.models import Inquiry
for key in 2 * list(Inquiry.objects.values_list("pk", flat=True)):
    app.send_task("leads.route", args=[key], ignore_result=True)
"""


@pytest.fixture(scope="module")
def hotline(make_stack):
    """With seven officers; the workers run, and freeze until the rings are there."""
    stack = make_stack(workers=len(WORKERS), without=["web"])
    stack.manage("shell", "--no-imports", "-c", CAST)
    return stack


def send(hotline, signal_):
    for child in hotline.processes.values():
        os.killpg(child.pid, signal_)


def test_it_works(hotline, capsys):
    send(hotline, signal.SIGSTOP)
    try:
        hotline.manage("shell", "--no-imports", "-c", OPENED.format(count=INQUIRIES))
        hotline.manage("shell", "--no-imports", "-c", RUNG)
    finally:
        send(hotline, signal.SIGCONT)
    keys = _keys(hotline, "SELECT id FROM leads_inquiry")
    assert len(keys) == INQUIRIES
    waiting = "SELECT count(*) FROM leads_inquiry WHERE officer_id IS NULL"
    wait_for(lambda: hotline.query(waiting)[0][0] == 0, within=120)
    # All that is left in the broker finds nothing to do.
    wait_for(lambda: _answered(hotline) >= 2 * INQUIRIES, within=60)
    once = dict.fromkeys(keys, 1)
    decided = _keys(hotline, "SELECT inquiry_id FROM leads_routingdecision")
    told = _keys(hotline, "SELECT inquiry_id FROM leads_activity WHERE kind = 'routed'")
    assert (Counter(decided), Counter(told)) == (once, once)
    loads = sorted(Counter(_keys(hotline, "SELECT officer_id FROM leads_inquiry")).values())
    assert len(loads) == 7
    assert loads[-1] - loads[0] <= 1
    assert all("leads.route" in hotline.log(name) for name in WORKERS), "all of them took part"
    span = "SELECT extract(epoch FROM max(decided_at) - min(decided_at)) FROM leads_routingdecision"
    with capsys.disabled():
        print(
            f"\npromise: exactly one officer: PASS {INQUIRIES} inquiries at once, each rung for "
            f"twice, {len(WORKERS)} workers and 2 sweeps; none assigned twice, loads {loads}, "
            f"{hotline.query(span)[0][0]:.1f} s from the first decision to the last"
        )


def _keys(hotline, statement) -> list[int]:
    return [key for (key,) in hotline.query(statement)]


def _answered(hotline) -> int:
    words = ("Task leads.route[", "succeeded")
    lines = (line for name in WORKERS for line in hotline.log(name).splitlines())
    return sum(all(word in line for word in words) for line in lines)
