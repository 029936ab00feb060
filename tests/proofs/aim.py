"""Aimed deaths: a process dies by kill -9 at the Nth boundary of a step, wherever that is.

Boundaries are just before and just after each commit, each publish, each word of the mail dialogue
and the answer over HTTP. They are put around the libraries, never into the product. What is aimed
at stands in the file that the variable AIM names, for all processes alike.
"""

import fcntl
import functools
import json
import os
import signal
import smtplib
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

WRITES = ("INSERT", "UPDATE", "DELETE", "COPY")
# The steps that begin with a post, by the beginning of its address.
DOORS = {"/inquiry/check/": "form", "/desk/": "call", "/telephony/": "hook"}
_here = threading.local()


class Aim:
    """The file. `at(step, nth)` aims; `passed` are the boundaries that the step went by since;
    `fell` says who died and where."""

    def __init__(self, path: Path | str):
        self.path = Path(path)

    def at(self, step: str, nth: int = 0, *, point: str = "", how: str = "kill") -> None:
        """`nth` counts from 1, of this `point` or of all; 0 kills nobody and only counts. `how`
        may be freeze."""
        aim = {"step": step, "left": nth, "point": point, "how": how, "passed": [], "fell": None}
        self._write(aim)

    def nowhere(self) -> None:
        self.path.write_text("")

    @property
    def passed(self) -> list[str]:
        return self._read().get("passed", [])

    @property
    def fell(self) -> dict | None:
        return self._read().get("fell")

    def reach(self, step: str, point: str) -> None:
        """Only the step that is aimed at counts; who is hit is dead when this returns."""
        if not self.path.stat().st_size:
            return
        with self.path.open("r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            aim = json.loads(file.read() or "{}")
            if aim.get("step") != step or aim["fell"] or aim["point"] not in ("", point):
                return
            aim["passed"].append(point)
            hit = len(aim["passed"]) == aim["left"]
            aim["fell"] = {"pid": os.getpid(), "point": point} if hit else None
            file.seek(0)
            file.write(json.dumps(aim))
            file.truncate()
        if hit:
            freeze = aim["how"] == "freeze"
            os.kill(os.getpid(), signal.SIGSTOP if freeze else signal.SIGKILL)

    def _write(self, aim: dict) -> None:
        # In place: a process may hold the old one.
        with self.path.open("r+" if self.path.exists() else "w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(json.dumps(aim))
            file.truncate()

    def _read(self) -> dict:
        with self.path.open() as file:
            fcntl.flock(file, fcntl.LOCK_SH)
            return json.loads(file.read() or "{}")


def reached(point: str) -> None:
    step = getattr(_here, "step", None)
    if step is not None:
        Aim(os.environ["AIM"]).reach(step, point)


@contextmanager
def step(name: str | None):
    """What this thread does in here belongs to this step."""
    outer, _here.step = getattr(_here, "step", None), name
    try:
        yield
    finally:
        _here.step = outer


def around(owner, name: str, point: str, counts=lambda *args: True, before=True) -> None:
    plain = getattr(owner, name)

    @functools.wraps(plain)
    def watched(self, *args, **words):
        if not counts(self, *args):
            return plain(self, *args, **words)
        if before:
            reached(f"before {point}")
        result = plain(self, *args, **words)
        reached(f"after {point}")
        return result

    setattr(owner, name, watched)


def watch() -> None:
    """Put the boundaries around what this process commits, publishes, sends and answers."""
    from celery import signals
    from django.core.handlers.wsgi import WSGIHandler
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper
    from kombu.transport.redis import Channel

    around(BaseDatabaseWrapper, "_commit", "commit")
    around(CursorWrapper, "_execute", "commit", _commits_itself)
    around(Channel, "_put", "publish")
    around(smtplib.SMTP, "send", "mail word")
    around(smtplib.SMTP, "getreply", "mail answer", before=False)
    _watch_answers(WSGIHandler)
    # The second executor calls no task: all that it does is one step.
    _here.step = "second sweep" if {"sweep", "--forever"} <= set(sys.orig_argv) else None
    signals.task_prerun.connect(_begins, weak=False)
    signals.task_postrun.connect(_ends, weak=False)


def _commits_itself(cursor, sql, *_params) -> bool:
    """A write outside of a transaction is its own."""
    return str(sql).lstrip().upper().startswith(WRITES) and cursor.db.get_autocommit()


def _watch_answers(handler) -> None:
    plain = handler.__call__

    def watched(self, environ, start_response):
        doors = (name for path, name in DOORS.items() if environ["PATH_INFO"].startswith(path))
        _here.step = next(doors, None) if environ["REQUEST_METHOD"] == "POST" else None
        response = plain(self, environ, start_response)
        reached("before the answer")
        close = response.close

        def closed():
            close()
            reached("after the answer")
            _here.step = None

        response.close = closed
        return response

    handler.__call__ = watched


def _begins(task=None, **_) -> None:
    _here.step = task.name


def _ends(**_) -> None:
    _here.step = None
