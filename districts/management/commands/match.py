import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.timezone import localdate

SHIPPED = Path(__file__).resolve().parents[2] / "registry"


class Command(BaseCommand):
    help = "Match needs to districts and parks. Reads JSON lines on stdin; needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--jsonl", action="store_true", required=True)
        parser.add_argument("--registry", type=Path, default=SHIPPED, metavar="DIR")

    def handle(self, *args: object, registry: Path, **options: object) -> None:
        from districts.matching.csv_registry import RegistryError, load
        from districts.matching.jsonl import match_lines
        from districts.matching.reading import read

        try:
            snapshot = load(registry)
        except RegistryError as error:
            raise CommandError(str(error)) from error
        lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        for line in match_lines(lines, snapshot, read, at=localdate()):
            self.stdout.write(line)
