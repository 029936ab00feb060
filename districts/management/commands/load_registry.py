from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

import districts
from districts.importing.files import FileError
from districts.importing.intake import take_in
from districts.importing.tables import TABLES
from districts.models import Origin, RegistryVersion

SHIPPED = Path(districts.__file__).parent / "registry"


class Command(BaseCommand):
    help = (
        "Loads the shipped districts, industries and parks. Running it again changes nothing; "
        "rows that the agency imported or corrected are left alone."
    )

    def handle(self, *args, **options):
        try:
            plan = take_in(SHIPPED, at=timezone.now(), origin=Origin.SHIPPED, whole=True)
        except FileError as error:
            raise CommandError(str(error)) from None
        if plan.problems:
            raise CommandError("\n".join(map(str, plan.problems)))
        for name in TABLES:
            counts = plan.counts(name)
            told = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
            self.stdout.write(f"{name}: {told or 'none'}")
        if not plan.changes:
            self.stdout.write("nothing changed")
        self.stdout.write(f"registry version {RegistryVersion.current()}")
