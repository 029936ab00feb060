"""Everything on this machine with one command; `make run` calls it."""

import os

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from config.launcher import Launcher
from config.servers.processes import ServersError

ADDRESSES = (
    "DATABASE_URL",
    "REDIS_URL",
    "BASE_URL",
    "EMAIL_URL",
    "IMAP_URL",
    "SECRET_KEY",
    "TELEPHONY_SECRETS",
)


class Command(BaseCommand):
    help = "Starts PostgreSQL, Valkey, the pages, the worker and beat here; Ctrl-C stops all."
    requires_system_checks = ()

    def handle(self, *args, **options):
        port = os.environ.get("PORT") or "8000"
        if not port.isdecimal() or not 1 <= int(port) <= 65535:
            raise CommandError(f"PORT is a number from 1 to 65535, not “{port}”.")
        given = {name: os.environ[name] for name in ADDRESSES if name in settings.GIVEN}
        launcher = Launcher(settings.BASE_DIR, settings.RUN_DIR, int(port), given, self.say)
        try:
            launcher.run()
        except ServersError as error:
            raise CommandError(str(error)) from None
        except PermissionError as error:
            raise CommandError(
                f"{error.filename} belongs to another user. Run as that user, or remove "
                f"{settings.RUN_DIR} and its data."
            ) from None

    def say(self, line):
        try:
            self.stdout.write(line)
            self.stdout.flush()
        except OSError:
            pass  # the terminal is gone; stopping must still run to its end
