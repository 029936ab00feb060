"""Modules are named by noun: no drawer into which everything goes."""

from pathlib import Path

from tests.house_rules.tree import ROOMS, place, python_files

DRAWERS = {"utils", "helpers", "common", "services", "managers", "misc", "base", "base2"}


def breaches(root: Path) -> list[str]:
    return [
        f"{place(root, path)}: named like a drawer"
        for path in python_files(root, *ROOMS, "tests")
        if DRAWERS & {*path.relative_to(root).with_suffix("").parts}
    ]
