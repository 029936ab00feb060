"""`manage.py sweep`: do what is owed, once or for ever; the second executor beside Celery."""

import logging
import time

from django.core.management import BaseCommand
from django.db import InterfaceError, OperationalError, close_old_connections

from leads.models import Heartbeat, Message
from leads.tasks import BATCH, collect, database_now, send_due, sweep

PAUSE_S = 15.0
# Shorter than a letter is held for undo, so that each is seen before it may go.
LOOK_S = 5.0

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Takes in mail, routes, matches, reminds, sends what is owed. Safe beside any workers."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help=f"again every {PAUSE_S:.0f} s")

    def handle(self, *args, forever, **options):
        if not forever:
            self.stdout.write(_said(_round()))
        while forever:
            try:
                done = _round()
                if any(done.values()):
                    self.stdout.write(_said(done))
                # A full share says that more may wait.
                if max(done.values()) < BATCH:
                    _wait(PAUSE_S)
            except (OperationalError, InterfaceError) as error:
                # PostgreSQL restarts, or a connection was cut: nothing is lost by asking again.
                log.warning("the database did not answer: %s", type(error).__name__)
                time.sleep(1)
            close_old_connections()


def _round() -> dict[str, int]:
    collect()
    return sweep(by=Heartbeat.By.COMMAND)


def _said(done: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in done.items())


def _wait(seconds: float) -> None:
    """Until the next round; a letter whose moment comes meanwhile goes at its moment."""
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        at = database_now()
        moment = Message.objects.next_moment(at)
        until = (moment - at).total_seconds() if moment else LOOK_S
        time.sleep(min(left, LOOK_S, max(until, 0.05)))
        if until <= LOOK_S and moment:
            send_due()
