"""A file past 250 lines splits by noun, or says here why not."""

from pathlib import Path

from tests.house_rules.tree import ROOMS, place, python_files

LONGEST = 250
# Path from the root: why it stays whole.
REASONS: dict[str, str] = {}


def breaches(root: Path) -> list[str]:
    found = []
    for path in python_files(root, *ROOMS, "tests"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        excused = REASONS.get(place(root, path))
        if lines > LONGEST and not excused:
            found.append(f"{place(root, path)}: {lines} lines, {LONGEST} at most")
        if lines <= LONGEST and excused:
            found.append(f"{place(root, path)}: {lines} lines need no excuse any more")
    return found
