"""A demo day of calls while worker and web die by kill -9: the ledger's difference is 0 afterwards.

The web dies between hooks, so the exchange repeats; the worker dies with whatever it held.
"""

import os
import subprocess
import sys

import pytest

from tests.stack import wait_for

pytestmark = pytest.mark.proof
CALLS = 500 if os.environ.get("PROVE") == "whole" else 60
SECRET = "a secret for the exchange of the proof"


@pytest.fixture(scope="module")
def hotline(make_stack):
    secret = SECRET.replace(" ", "-")
    return make_stack(TELEPHONY_SECRETS=f"generic={secret} zadarma={secret}")


@pytest.mark.parametrize("provider", ["generic", "zadarma"])
def test_it_works(hotline, provider, capsys):
    def count(table):
        return hotline.query(f"SELECT count(*) FROM {table}")[0][0]

    before, calls_before = count("leads_callevent"), count("leads_call")
    day = subprocess.Popen(
        [
            *(sys.executable, "manage.py", "simulate_calls"),
            *("--calls", str(CALLS), "--provider", provider),
        ],
        cwd=hotline.cwd,
        env=hotline.env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    wait_for(lambda: count("leads_callevent") > before + CALLS // 2)
    hotline.kill("worker")
    hotline.kill("web")
    assert day.poll() is None, "the last blow fell when all was over"
    hotline.start("web")
    hotline.start("worker")
    said, _ = day.communicate(timeout=300)
    assert day.returncode == 0, said
    assert count("leads_call") - calls_before == CALLS
    assert hotline.query("SELECT count(*) FROM leads_callback WHERE closed_at IS NULL")[0][0] > 0
    with capsys.disabled():
        print(f"\npromise: no call without a record: PASS {provider}: {said.strip()}")


def test_control_a_lost_call_back_is_a_difference(hotline):
    """The same command sees it when a missed call is owed nothing any more."""
    hotline.processes["beat"].stop()
    hotline.processes["sweep"].stop()
    hotline.query(
        "UPDATE leads_call SET call_back_id = NULL, heard_at = heard_at - interval '1 hour'"
        " WHERE call_back_id IS NOT NULL RETURNING id"
    )
    done = subprocess.run(
        [sys.executable, "manage.py", "simulate_calls", "--calls", "1"],
        cwd=hotline.cwd,
        env=hotline.env,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "call_unanswered" in done.stdout
