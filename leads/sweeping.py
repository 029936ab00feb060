"""How a sweep goes round: each kind in its turn, until nothing is left or the time is over.

Only tasks sweep. Tests: tests/leads/test_sweep.py.
"""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from celery.exceptions import SoftTimeLimitExceeded
from django.db import Error, connection

from leads import flow
from leads.models import Trouble
from leads.owed import everything_owed

log = logging.getLogger(__name__)

# One kind takes so long, or a whole batch, before the next has its turn; a sweep goes round until
# nothing is left, but must end well within the task's time limit.
TURN_S, SWEEP_S = 3.0, 35.0


@dataclass
class Sweeping:
    """One sweep: `tasks` by name, `many` the verbs for a whole batch, `done` counts what it did."""

    tasks: dict
    many: dict[str, Callable]
    done: dict[str, int]
    now: Callable
    batch: int
    tried: dict[str, set[int]] = field(default_factory=dict)

    def drain(self, by: str) -> None:
        """Round after round, each kind in its turn, until no kind has more or the time is over."""
        with _draining(by) as alone:
            ends = time.monotonic() + SWEEP_S if alone else 0.0
            self.tried = {task: set() for task in self.tasks}
            while self.tried:
                at = self.now()
                for owed in everything_owed(at):
                    if owed.task in self.tried and not self._turn(owed, at):
                        del self.tried[owed.task]
                if time.monotonic() >= ends:
                    return

    def turn_of(self, task: str) -> None:
        """One share of this kind alone."""
        at = self.now()
        self.tried = {task: set()}
        for owed in everything_owed(at):
            if owed.task == task:
                self._turn(owed, at)

    def _turn(self, owed, at) -> bool:
        """A share of one kind; whether there may be more. None is tried twice by one sweep."""
        owed.settled().delete()
        rows, tried = owed.free(at), self.tried[owed.task]
        if owed.task in self.many and (count := self._many(owed.task, rows)) is not None:
            self.done[owed.task] += count
            return count == self.batch
        if owed.task == "leads.route" and not flow.anyone_free(at):
            # All night long: those tried in vain wait for a shift, not for a sweep.
            rows = rows.exclude(untried_since=None)
        batch = list(rows.values_list("pk", owed.inquiry)[: self.batch])
        ends = time.monotonic() + TURN_S
        new = [(key, inquiry_id) for key, inquiry_id in batch if key not in tried]
        for key, inquiry_id in new:
            self.done[owed.task] += self._try(owed.task, key, inquiry_id)
            tried.add(key)
            if time.monotonic() >= ends:
                return True
        return bool(new) and len(batch) == self.batch

    def _many(self, task: str, rows) -> int | None:
        """By a few statements for all; those that another sweep holds are left to it. None when it
        failed: then one after another, so that the bad one is found."""
        try:
            return self.many[task](rows)
        except Exception as error:
            log.exception("%s of many at once failed", task)
            if isinstance(error, SoftTimeLimitExceeded):
                raise
            return None

    def _try(self, task: str, key: int, inquiry_id: int | None) -> bool:
        """One item, counted before it begins: one bad item stops nobody, not even by killing us."""
        trouble = Trouble.begin(task, key, inquiry_id=inquiry_id, at=self.now())
        if trouble is None:
            return False
        try:
            self.tasks[task].run(key)
        except Exception as error:
            # Its row stays owed and its trace is in the log.
            log.exception("%s %s failed", task, key)
            trouble.failed(error)
            if isinstance(error, SoftTimeLimitExceeded):
                raise
            return False
        trouble.over()
        return True


@contextmanager
def _draining(by: str) -> Iterator[bool]:
    """Whether no other sweep of these executors goes round and round already.

    A second one goes round once: were its like to pile up while there is much to do, no worker
    would be left for what was just accepted; were it to wait, one that is frozen would stop all.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [f"leads.sweep {by}"])
        (alone,) = cursor.fetchone()
    try:
        yield alone
    finally:
        if alone:
            # A connection that broke has let go of it.
            with suppress(Error), connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [f"leads.sweep {by}"])
