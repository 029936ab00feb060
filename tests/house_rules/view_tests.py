"""Every named URL has a test file, tests/<door>/test_<view>.py."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.house_rules.routes import DJANGOS_OWN, routes


def breaches(root: Path, patterns: Iterable[Any] | None = None) -> list[str]:
    found = []
    for route in routes(patterns):
        if route.name is None or route.dotted in DJANGOS_OWN:
            continue
        parts = route.module.split(".")
        room = parts[0] if parts[0] == "config" or len(parts) < 2 else parts[1]
        expected = f"tests/{room}/test_{route.view_name}.py"
        if not (root / expected).is_file():
            found.append(f"{expected}: missing, for the URL named {route.name}")
    return found
