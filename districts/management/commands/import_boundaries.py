from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from districts.borders import simplified
from districts.importing.boundaries import read
from districts.importing.files import FileError
from districts.models import Boundary, District

MOST_LINES = 200
# A third of what one unit of the drawing stands for is not seen.
WITHIN_KM = 0.3


class Command(BaseCommand):
    help = (
        "Draws the map with boundaries of the agency's own: a GeoJSON FeatureCollection of the "
        "municipalities in longitude and latitude, each named by `oktmo`, `id` or `name`. All of "
        "it is taken, or nothing; it takes the place of what was imported before."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", type=Path, nargs="?")
        parser.add_argument("--credit", default="", help="whose boundaries; shown under the map")
        parser.add_argument("--credit-url", default="", help="where they and their licence stand")
        parser.add_argument("--dry-run", action="store_true", help="check only; write nothing")
        parser.add_argument(
            "--remove", action="store_true", help="go back to the schematic map; no file is read"
        )

    def handle(self, *args, path, credit, credit_url, dry_run, remove, **options):
        if remove:
            return self._remove(dry_run)
        if path is None:
            raise CommandError("Name the GeoJSON file, or say --remove.")
        if not credit.strip():
            raise CommandError("Say whose boundaries these are: --credit '© …'.")
        if credit_url and not credit_url.startswith(("https://", "http://")):
            raise CommandError("--credit-url begins with https://.")
        try:
            outlines = read(path, District.objects.current().order_by("pk"))
        except FileError as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        self._tell(outlines.warnings + outlines.problems)
        if outlines.problems:
            raise CommandError(f"{len(outlines.problems)} to correct. Nothing was changed.")
        rings = simplified(outlines.rings, WITHIN_KM)
        before, after = _points(outlines.rings), _points(rings)
        self.stdout.write(f"{len(rings)} districts, {before} points drawn with {after}")
        if dry_run:
            return self.stdout.write("dry run: nothing was written")
        credit = credit.strip()[:200]
        Boundary.replace(rings, credit=credit, credit_url=credit_url, at=timezone.now())

    def _remove(self, dry_run):
        count = Boundary.objects.count()
        if dry_run:
            return self.stdout.write(f"dry run: {count} boundaries would go")
        Boundary.replace({}, credit="", at=timezone.now())
        self.stdout.write(f"{count} boundaries removed; the map is schematic again")

    def _tell(self, lines):
        for line in lines[:MOST_LINES]:
            self.stderr.write(line)
        if len(lines) > MOST_LINES:
            self.stderr.write(f"… and {len(lines) - MOST_LINES} more")


def _points(outlines) -> int:
    return sum(len(ring) for rings in outlines.values() for ring in rings)
