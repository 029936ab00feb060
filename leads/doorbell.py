"""Rings Celery by task name after commit. A lost ring costs a sweep's pause, never a follow-up."""

import logging
import time

from celery import current_app
from django.db import transaction

log = logging.getLogger(__name__)

# After a failure nobody rings for this long: a dead broker must not slow every request down.
SILENCE_S = 5.0

failures = 0
_silent_until = 0.0


def ring(task: str, key: int) -> None:
    """Have `task` run with `key` soon after this transaction commits; never raises."""
    transaction.on_commit(lambda: _send(task, key), robust=True)


def _send(task: str, key: int) -> None:
    global failures, _silent_until
    if time.monotonic() < _silent_until:
        return
    try:
        current_app.send_task(task, args=[key], retry=False, ignore_result=True)
    except Exception as error:
        # Whatever the broker's client raises, the row is the queue and the sweep will find it.
        failures += 1
        _silent_until = time.monotonic() + SILENCE_S
        log.warning("the doorbell did not ring for %s: %s", task, type(error).__name__)
