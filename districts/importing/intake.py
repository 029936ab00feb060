"""Takes registry files in: read, draw the plan, apply it, raise the version."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from districts.models import Origin, RegistryVersion

from .drawing import draw
from .files import read
from .plan import Plan
from .tables import TABLES


def take_in(
    path: Path, *, at: datetime, origin: Origin, whole: bool = False, dry_run: bool = False
) -> Plan:
    """Reads `path` and applies it unless a problem stands or the run is dry.

    `whole`: rows of this origin that the files no longer hold are retired or deleted.
    Raises FileError when a file cannot be read at all.
    """
    sheets, fingerprint = read(path, tuple(TABLES))
    with transaction.atomic():
        RegistryVersion.lock()
        plan = draw(sheets, origin=origin, whole=whole)
        if plan.changes and not plan.problems and not dry_run:
            plan.apply(at=at)
            RegistryVersion.rise(at=at, fingerprint=fingerprint)
        else:
            transaction.set_rollback(True)
    return plan
