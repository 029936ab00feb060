"""Worker, beat and web die by kill -9 while inquiries come in; nothing is lost, nothing doubled.

The blows are aimed: the worker dies while a letter is in the mail server's hands, the web between
its commit and its answer. A lost answer is asked for again by sending the same form again. There
is no `sweep --forever` beside: Celery alone must find what was lost.
"""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import redis

from tests.proofs.desk import Desk
from tests.proofs.owed import last_inquiry, owed
from tests.stack import wait_for

pytestmark = pytest.mark.proof
ROUNDS = 10 if os.environ.get("PROVE") == "whole" else 1
CALLS = 50
CAST = """
from tests.world import boris, maria, olga
olga()
for officer in (maria().officer, boris().officer):
    officer.capacity = 1000  # more than all rounds bring
    officer.save()
"""


@pytest.fixture(scope="module")
def hotline(make_stack):
    # The proof waits for one lease: five seconds do for a mail server on this machine.
    stack = make_stack(without=["sweep"], MAIL_LEASE_S="5")
    stack.manage("shell", "--no-imports", "-c", CAST)
    return stack


@pytest.fixture(scope="module")
def broker(hotline):
    with redis.from_url(hotline.redis_url) as connection:
        yield connection


@pytest.fixture(scope="module")
def desk(hotline):
    return Desk(hotline.base_url).log_in("olga", "secret-word")


def kill_worker(hotline):
    """While the mail server has a letter and has not said that it took it."""
    hotline.sink.after_s = 1.0
    wait_for(lambda: hotline.sink.in_hand)
    hotline.kill("worker")
    hotline.sink.after_s = 0.0
    hotline.processes["worker"].start()


def kill_beat(hotline):
    hotline.kill("beat")
    hotline.processes["beat"].start()


def kill_web(hotline, broker, answered, since):
    """When an inquiry is committed and not yet answered: the doorbell hangs at a mute broker."""
    broker.client_pause(4000)
    statement = "SELECT count(*) FROM leads_inquiry WHERE id > %s"
    wait_for(lambda: hotline.query(statement, since)[0][0] > len(answered))
    hotline.kill("web")
    broker.client_unpause()
    hotline.processes["web"].start()


@pytest.mark.parametrize("number", range(ROUNDS))
def test_it_works(hotline, broker, desk, capsys, number):
    answered, since, cut_before = [], last_inquiry(hotline), desk.cut

    def call(n):
        phone, email = f"8 918 {number:03}-00-{n:02}", f"p{n}@example.com"
        answered.append(desk.log_call(phone=phone, email=email))

    blows = {
        5: lambda: kill_worker(hotline),
        15: lambda: kill_beat(hotline),
        25: lambda: kill_web(hotline, broker, answered, since),
    }
    with ThreadPoolExecutor(4) as operators:
        calls = [operators.submit(call, n) for n in range(CALLS)]
        for after, blow in blows.items():
            wait_for(lambda n=after: len(answered) >= n)
            blow()
        assert len(answered) < CALLS, "the last blow fell when all was over"
        for each in calls:
            each.result()
    began = time.monotonic()
    in_order(hotline, answered, since)
    letters = [letter["Message-ID"] for letter in hotline.sink.messages]
    cut = desk.cut - cut_before
    assert cut > 0
    with capsys.disabled():
        print(
            f"\npromise: nothing lost, nothing twice: PASS {CALLS} calls; worker, beat and web "
            f"killed with -9; {cut} cut answers asked for again; {CALLS} of {CALLS} matched, "
            f"routed, acknowledged once and owned {time.monotonic() - began:.0f} s after the last "
            f"answer; {len(letters) - len(set(letters))} letter(s) repeated under their Message-ID"
        )


def in_order(hotline, answered, since):
    """Nothing is owed any more."""
    settled(lambda: owed(hotline, answered, since=since))


def settled(lines):
    """Wait until there are none; 60 seconds at most, and the failure says which there are."""
    try:
        wait_for(lambda: not lines(), within=60)
    except AssertionError:
        assert lines() == []


def test_control_without_the_key_a_call_is_logged_twice(hotline, broker, desk):
    """The same harness sees it when the page forgets which request it is."""
    answered, since = [], last_inquiry(hotline)
    with ThreadPoolExecutor(1) as operator:
        call = operator.submit(desk.log_call, forgets_key=True, phone="8 918 777-00-00")
        kill_web(hotline, broker, answered, since)
        answered.append(call.result())
    assert "2 inquiries of 1 calls" in owed(hotline, answered, since=since)


def test_control_without_ring_and_sweep_a_call_lies_there(hotline, broker, desk):
    """The same harness sees it when the ring is lost and nobody sweeps; beat alone repairs it.

    An officer it gets all the same: whoever is routed next lets the older ones go first.
    """
    since = last_inquiry(hotline)
    for name in ("beat", "worker"):
        hotline.processes[name].stop()
    lost = desk.log_call(phone="8 918 777-00-01", email="lost@example.com")
    broker.flushdb()
    hotline.start("worker")
    # With the rings the broker forgot who listens; the worker says it again when it is up.
    wait_for(lambda: broker.exists("_kombu.binding.celery"))
    rung = desk.log_call(phone="8 918 777-00-02", email="rung@example.com")
    settled(lambda: [line for line in owed(hotline, [lost, rung], since=since) if rung in line])
    lines = owed(hotline, [lost, rung], since=since)
    assert any(line.startswith(f"{lost}: letters [['planned'") for line in lines)
    hotline.start("beat")
    in_order(hotline, [lost, rung], since)
