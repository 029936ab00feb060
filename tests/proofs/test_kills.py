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
CAST = "from tests.world import boris, maria, olga; olga(), maria(), boris()"


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
    answered, since, lost_before = [], last_inquiry(hotline), desk.sent_again

    def call(n):
        answered.append(
            desk.log_call(phone=f"8 918 {number:03}-00-{n:02}", email=f"p{n}@example.com")
        )

    with ThreadPoolExecutor(4) as operators:
        calls = [operators.submit(call, n) for n in range(CALLS)]
        blows = (
            (5, lambda: kill_worker(hotline)),
            (15, lambda: kill_beat(hotline)),
            (25, lambda: kill_web(hotline, broker, answered, since)),
        )
        for after, blow in blows:
            wait_for(
                lambda n=after: len(answered) >= n or any(c.done() and c.exception() for c in calls)
            )
            blow()
        assert not all(c.done() for c in calls), "the last blow fell when all was over"
        for each in calls:
            each.result()
    began = time.monotonic()
    wait_for(lambda: not owed(hotline, answered, since=since), within=60)
    letters = [letter["Message-ID"] for letter in hotline.sink.messages]
    lost = desk.sent_again - lost_before
    assert lost > 0
    with capsys.disabled():
        print(
            f"\npromise: nothing lost, nothing twice: PASS {CALLS} calls, worker, beat and web killed"
            f" with -9, {lost} lost answers sent again, {CALLS} matched, routed, acknowledged and"
            f" owned {time.monotonic() - began:.0f} s later,"
            f" {len(letters) - len(set(letters))} letters repeated under the same Message-ID"
        )
