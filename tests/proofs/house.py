"""The product in forked processes on the test's own database: cheap to kill, quick to start again.

A web process answers on a socket that outlives it; any other step runs in a process of its own.
Every one of them bears the boundaries of `aim`, and may bear a sabotage.
"""

import logging
import os
import signal
import socket
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import kombu.transport.redis  # noqa: F401  so that no child imports it
from django.db import connection
from django.utils import timezone

from config.celery import app
from leads import tasks
from leads.owed import everything_owed
from tests.proofs import aim
from tests.telephony.signing import SECRET, signed_hook

# What rests for minutes or hours rests no longer: the proof lets the time pass.
TIME_PASSES = (
    "UPDATE leads_trouble SET not_before_at = now() - interval '1 second'",
    "UPDATE leads_message SET leased_until = now() - interval '1 second' WHERE state = 'sending'",
    "UPDATE leads_message SET not_before_at = now() - interval '1 second' WHERE state = 'planned'",
)


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        """Nobody reads it."""


class House:
    """`sabotage` is done to every process at its start; `aim` is where the next one dies; their
    clocks are `ahead`."""

    def __init__(self, home, sabotage=None):
        self.sabotage, self.ahead = sabotage, timedelta(0)
        self.aim = aim.Aim(home / "aim")
        self.aim.nowhere()
        os.environ["AIM"] = str(self.aim.path)
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.base_url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.webs: set[int] = set()
        self.deaths: list[tuple[str, str]] = []

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        for pid in self.webs:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self.listener.close()
        del os.environ["AIM"]

    def fork(self, work) -> int:
        connection.close()  # a child must not inherit it
        pid = os.fork()
        if pid:
            return pid
        code = 1
        try:
            signal.alarm(300)
            logging.disable(logging.WARNING)
            aim.watch()
            _move_clock(self.ahead)
            if self.sabotage:
                self.sabotage()
            work()
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            os._exit(code)

    def run(self, step: str | None, work) -> bool:
        """Do it in a process of its own; False when that died as it was aimed at."""

        def in_step():
            with aim.step(step):
                work()

        _, status = os.waitpid(self.fork(in_step), 0)
        if os.WIFSIGNALED(status):
            self._died(step)
            return False
        assert status == 0, f"{step} failed"
        return True

    @contextmanager
    def asleep(self, step: str, work):
        """It is frozen where it was aimed at until this ends, and then goes on."""

        def in_step():
            with aim.step(step):
                work()

        pid = self.fork(in_step)
        with frozen(self):
            self.aim.nowhere()
            yield
        _, status = os.waitpid(pid, 0)
        assert status == 0, f"{step} failed when it woke up"

    def _died(self, step) -> None:
        fell = self.aim.fell
        assert fell, f"{step} died where nobody aimed"
        self.deaths.append((step, fell["point"]))
        self.aim.nowhere()

    def keep_web(self, count: int = 1) -> None:
        """Start again what died; to be called again and again."""
        for pid in list(self.webs):
            if os.waitpid(pid, os.WNOHANG)[0]:
                self.webs.remove(pid)
                self._died(self.aim._read().get("step"))
        while len(self.webs) < count:
            self.webs.add(self.fork(self._serve))

    def bury(self, known: int, answers: int) -> bool:
        """Whether one more died than `known`. After its answer a web process may be about to: it
        is past that when all `answers` are."""
        deadline = time.monotonic() + 30
        while len(self.deaths) == known and time.monotonic() < deadline:
            if not self.aim.fell and self.aim.passed.count("after the answer") >= answers:
                break
            self.keep_web(0)
            time.sleep(0.01)
        return len(self.deaths) > known

    def _serve(self) -> None:
        from django.core.handlers.wsgi import WSGIHandler

        signal.alarm(0)
        address = self.listener.getsockname()
        server = WSGIServer(address, Quiet, bind_and_activate=False)
        server.socket = self.listener
        server.server_name, server.server_port = address
        server.setup_environ()
        server.set_app(WSGIHandler())
        server.serve_forever(poll_interval=3600)

    # What its processes do.

    def sweep(self) -> bool:
        return self.run("sweep", tasks.sweep.run)

    def answer_rings(self) -> None:
        """Do what was rung for, as a worker does: each ring once, whoever rang."""
        self.run("worker", _answer_rings)

    def settle(self) -> None:
        """Sweep until nothing is owed, an hour of pauses passing in between."""
        self.aim.nowhere()
        for _ in range(6):
            _let_time_pass()
            self.sweep()
            if not still_owed():
                break


def _move_clock(ahead: timedelta) -> None:
    plain = timezone.now
    timezone.now = lambda: plain() + ahead


def _answer_rings() -> None:
    with (
        app.connection_for_write() as broker,
        broker.SimpleQueue("celery") as queue,
        suppress(queue.Empty),
    ):
        while True:
            ring = queue.get(block=False)
            tasks.TASKS[ring.headers["task"]].run(*ring.payload[0])
            ring.ack()


def forget_rings() -> None:
    """Redis loses everything."""
    with app.connection_for_write() as broker:
        broker.default_channel.client.flushdb()


def _let_time_pass() -> None:
    with connection.cursor() as cursor:
        for statement in TIME_PASSES:
            cursor.execute(statement)


def still_owed() -> dict[str, int]:
    at = tasks.database_now()
    counts = {owed.task: owed.rows.count() for owed in everything_owed(at)}
    return {task: count for task, count in counts.items() if count}


@contextmanager
def frozen(house: House, meanwhile=lambda: None):
    """Until this ends, whoever was aimed at stands still."""
    deadline = time.monotonic() + 60
    while not house.aim.fell:
        assert time.monotonic() < deadline, "nobody was frozen"
        meanwhile()
        time.sleep(0.02)
    pid = house.aim.fell["pid"]
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def hook(call: str, event: str, *, secret: str = SECRET, **more) -> dict:
    """The words of a hook for the witness, signed now."""
    fields = {"event": event, "callId": call, "direction": "in", "from": "+79180001122"}
    at = datetime.now(UTC)
    made = signed_hook(fields | {"to": "+78612517764"} | more, at, secret)
    said = {"body": made.body.decode(), "headers": dict(made.headers)}
    return said | {"call": call, "event": event}
