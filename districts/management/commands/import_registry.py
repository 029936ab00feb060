from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DataError, IntegrityError
from django.utils import timezone

from districts.importing.files import FileError
from districts.importing.intake import take_in
from districts.importing.tables import TABLES
from districts.models import Origin, RegistryVersion

MOST_LINES = 200


class Command(BaseCommand):
    help = (
        "Takes the agency's own registry files: a directory, a .csv or an .xlsx. Files and sheets "
        f"are named {', '.join(TABLES)}. Columns left out stay as they are; a blank cell is "
        "unknown. All of it is taken, or nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path)
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change; write nothing"
        )

    def handle(self, *args, path, dry_run, **options):
        try:
            plan = take_in(path, at=timezone.now(), origin=Origin.AGENCY, dry_run=dry_run)
        except FileError as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        except (IntegrityError, DataError) as error:
            raise CommandError(f"The database refused it: {error} Nothing was changed.") from None
        self._tell(plan.warnings, self.stderr)
        if plan.problems:
            self._tell(plan.problems, self.stderr)
            raise CommandError(f"{len(plan.problems)} to correct. Nothing was changed.")
        if dry_run:
            self._tell(plan.changes, self.stdout)
        for name in TABLES:
            counts = plan.counts(name)
            if any(counts.values()):
                told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
                self.stdout.write(f"{name}: {told}")
        if not plan.changes:
            self.stdout.write("nothing changed")
        elif dry_run:
            self.stdout.write("dry run: nothing was written")
        else:
            self.stdout.write(f"registry version {RegistryVersion.current()}")

    @staticmethod
    def _tell(lines, out):
        for line in lines[:MOST_LINES]:
            out.write(str(line))
        if len(lines) > MOST_LINES:
            out.write(f"… and {len(lines) - MOST_LINES} more")
