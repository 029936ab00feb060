"""No door writes, and none reaches for a task, a letter or Celery; a door calls a verb or flow."""

import ast
from pathlib import Path

from tests.house_rules.tree import DOORS, imports, is_in, parse, place, python_files

_WRITES = {
    "save",
    "create",
    "delete",
    "update",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}
WRITES = _WRITES | {"a" + name for name in _WRITES}
FORBIDDEN = ("leads.tasks", "leads.letters", "celery")


def breaches(root: Path) -> list[str]:
    found = []
    for path in python_files(root, *(door.replace(".", "/") for door in DOORS)):
        for node in ast.walk(parse(path)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITES
            ):
                found.append(f"{place(root, path, node.lineno)}: a door calls .{node.func.attr}()")
        for imported, line in imports(root, path):
            if any(is_in(imported, room) for room in FORBIDDEN):
                found.append(f"{place(root, path, line)}: a door imports {imported}")
    return found
