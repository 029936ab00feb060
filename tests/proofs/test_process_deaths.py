"""The same deaths in the product as it runs: gunicorn, Celery, beat and the second executor.

Its processes bear the boundaries from their environment. gunicorn and Celery replace a child that
died, the proof starts the second executor again; nothing else is done for them, and no time is
made to pass: Celery's redelivery, the sweeps and the leases alone put everything right.
"""

import os
import time
from collections import Counter
from contextlib import contextmanager

import celery
import pytest
from django.conf import settings
from django.db import connection

from tests.proofs.account import faults
from tests.proofs.aim import Aim
from tests.proofs.house import hook
from tests.proofs.witness import Witness
from tests.stack import wait_for
from tests.telephony.signing import SECRET

WHOLE = os.environ.get("PROVE") == "whole"
pytestmark = pytest.mark.proof
CAST = """
from tests.world import boris, gleb, maria, olga
olga(), gleb()
for officer in (maria().officer, boris().officer):
    officer.capacity = 30_000
    officer.save()
"""
INJECTED = settings.BASE_DIR / "tests" / "proofs" / "injected"
# Which boundaries of each step; the whole goes on until a step has no further one.
STEPS = {
    "form": [9, 13],
    "call": [4],
    "hook": [2],
    "leads.route": [2],
    "leads.send": [17],
    "leads.sweep": [],
    "second sweep": [],
}
RECOVERED_WITHIN = 180 if WHOLE else 120


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("deaths")


@pytest.fixture(scope="module")
def witness(home):
    with Witness(home) as witness:
        yield witness


@pytest.fixture(scope="module")
def aim(home):
    aim = Aim(home / "aim")
    aim.nowhere()
    return aim


@pytest.fixture(scope="module")
def hotline(make_stack, witness, aim):
    stack = make_stack(
        AIM=str(aim.path),
        PYTHONPATH=f"{INJECTED}:{settings.BASE_DIR}",
        EMAIL_URL=f"smtp://127.0.0.1:{witness.mail_port}",
        MAIL_LEASE_S="5",
        TELEPHONY_SECRETS=f"generic={SECRET.replace(' ', '-')}",
    )
    stack.manage("shell", "--no-imports", "-c", CAST)
    witness.do("log_in", base=stack.base_url, who="olga", password="secret-word")
    return stack


@contextmanager
def looking_at(hotline, blocker):
    """This process asks the database of the stack."""
    own = connection.settings_dict["NAME"]
    with blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = hotline.database_url.rpartition("/")[2].split("?")[0]
        try:
            yield
        finally:
            connection.close()
            connection.settings_dict["NAME"] = own


def test_it_works(hotline, witness, aim, django_db_blocker, capsys):
    names, deaths = iter(f"p{n}" for n in range(1, 10_000)), Counter()
    for step, nths in STEPS.items():
        for nth in range(1, 200) if WHOLE else nths:
            point = die(hotline, witness, aim, step, nth, next(names))
            if point is None:
                assert WHOLE, f"nobody died at {nth} of {step}: {aim.passed}"
                break
            deaths[step, point] += 1
    assert deaths.total() >= (80 if WHOLE else 6)
    aim.nowhere()
    began = time.monotonic()
    with looking_at(hotline, django_db_blocker):
        found = {}

        def in_order():
            nonlocal found
            found = faults(witness)
            return not found

        try:
            wait_for(in_order, within=RECOVERED_WITHIN)
        except AssertionError:
            assert found == {}
    after_s = time.monotonic() - began
    ledger = hotline.manage("ledger").strip()
    lost = sum("lost" in note for note in witness.notes())
    with capsys.disabled():
        print(
            f"\npromises 1, 2, 4, 5: PASS {deaths.total()} aimed deaths of the running processes, "
            f"{lost} answers lost and asked for again; lost, doubled, unexpected: 0, 0, 0 "
            f"{after_s:.0f} s after the last; {ledger}"
        )
        for step, count in sorted(Counter(step for step, _ in deaths.elements()).items()):
            print(f"  {step}: {count}")


def die(hotline, witness, aim, step, nth, who) -> str | None:
    """The boundary at which somebody died, if the step has so many."""
    prepared = "call" if step == "call" else "form"
    if step != "hook":
        hotline.query("WITH gone AS (DELETE FROM leads_peercount RETURNING 1) SELECT 1")
        more = {"operator": "olga"} if prepared == "call" else {}
        witness.do(f"fill_{prepared}", base=hotline.base_url, who=who, **more)
    aim.at(step, nth)
    if step == "hook":
        said = hook(f"call-{who}", "newCall", secret=SECRET.replace(" ", "-"), user="101")
        witness.do("hook", base=hotline.base_url, **said)
    else:
        witness.do("send", who=who)
    if step == "leads.sweep":
        celery.Celery(broker=hotline.redis_url).send_task(step)
    deadline = time.monotonic() + (20 if WHOLE else 40)
    while not aim.fell and time.monotonic() < deadline:
        time.sleep(0.02)
    fell = aim.fell
    aim.nowhere()
    if step == "second sweep" and fell:
        hotline.processes["sweep"].process.wait(10)
        hotline.start("sweep")
    return fell and fell["point"]
