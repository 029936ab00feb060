"""Imports point down only: a room imports from floors below its own, never from beside or above."""

from pathlib import Path

from tests.house_rules.tree import DOORS, imports, is_in, module_name, place, python_files

# What an exchange says and means lies below the door that lets it in: one pure room.
EXCHANGES = "leads.telephony.exchange"
FLOORS = (
    (
        *("districts.as_of", "districts.matching", EXCHANGES),
        *("leads.file_kinds", "leads.phones", "leads.smtp", "leads.worktime"),
    ),
    ("districts.models",),
    ("leads.models",),
    ("leads.access", "leads.doorbell", "leads.wording"),
    ("leads.letters", "leads.flow"),
    ("leads.mail",),
    (*DOORS, "leads.tasks"),
    # Above the tasks: `manage.py sweep` is the second executor beside Celery.
    ("leads.management", "districts.management"),
    ("config",),
)
PURE = FLOORS[0]
# A module of no room named above may use all that lies below the doors of its own application;
# it is one of several that may use each other, and circles.py keeps them apart.
UNPLACED = {"leads": 4.5, "districts": 1.5}


def breaches(root: Path) -> list[str]:
    found = []
    for path in python_files(root):
        importer = module_name(root, path)
        for imported, line in imports(root, path):
            if reason := _refusal(importer, imported):
                found.append(f"{place(root, path, line)}: {importer} imports {imported}: {reason}")
    return found


def _refusal(importer: str, imported: str) -> str | None:
    home, floor = _stands(importer)
    if home in PURE and is_in(imported, "django"):
        return "a pure room knows no Django"
    if imported.split(".")[0] not in {"config", "districts", "leads"}:
        return None
    target, below = _stands(imported)
    if home == target:
        return None
    if is_in(imported, "config"):
        return "no room imports config"
    if is_in(importer, "districts") and is_in(imported, "leads"):
        return "districts has never heard of leads"
    if target == "leads.letters" and home != "leads.tasks":
        return "only tasks call letters"
    if below < floor or (home in UNPLACED and target in UNPLACED):
        return None
    return "imports point down only"


def _stands(module: str) -> tuple[str, float]:
    """A module's room and floor; the applications' own packages hold names only."""
    for floor, rooms in enumerate(FLOORS):
        for room in rooms:
            if is_in(module, room):
                return room, floor
    top = module.split(".")[0]
    return top, UNPLACED.get(top, -1)
