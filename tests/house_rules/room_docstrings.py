"""Each room says at its door what lives there."""

import ast
from pathlib import Path

from tests.house_rules.tree import ROOMS, parse, place

# Folders whose name is Django's, not ours.
NO_ROOMS = {"management", "migrations", "templatetags", "formats"}


def breaches(root: Path) -> list[str]:
    packages = [root / room / "__init__.py" for room in ROOMS]
    packages += [found for room in ROOMS for found in sorted((root / room).glob("*/__init__.py"))]
    return [
        f"{place(root, path)}: no docstring"
        for path in packages
        if path.is_file()
        and path.parent.name not in NO_ROOMS
        and not ast.get_docstring(parse(path))
    ]
