"""`manage.py sweep`: do what is owed, once or for ever; the second executor beside Celery."""

import time

from django.core.management import BaseCommand
from django.db import close_old_connections

from leads.models import Heartbeat
from leads.tasks import collect, sweep

PAUSE_S = 15


class Command(BaseCommand):
    help = "Takes in mail, routes, matches, reminds, sends what is owed. Safe beside any workers."

    def add_arguments(self, parser):
        parser.add_argument("--forever", action="store_true", help=f"again every {PAUSE_S} s")

    def handle(self, *args, forever, **options):
        while True:
            collect()
            done = sweep(by=Heartbeat.By.COMMAND)
            if not forever or any(done.values()):
                self.stdout.write(", ".join(f"{name} {count}" for name, count in done.items()))
            if not forever:
                return
            time.sleep(PAUSE_S)
            close_old_connections()
