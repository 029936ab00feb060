"""Every view declares who may: roles of leads.access, or Django's `login_not_required`."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.house_rules.routes import DJANGOS_OWN, routes


def breaches(root: Path, patterns: Iterable[Any] | None = None) -> list[str]:
    """`root` is taken for the likeness of all rules; the views come from the routes."""
    found = []
    for route in routes(patterns):
        if route.dotted in DJANGOS_OWN:
            continue
        access = getattr(route.view, "access", None)
        declares_roles = isinstance(access, frozenset) and bool(access)
        is_open = getattr(route.view, "login_required", True) is False
        if declares_roles and is_open:
            found.append(f"{route.dotted}: both open to everyone and kept for roles")
        elif not declares_roles and not is_open:
            found.append(f"{route.dotted}: declares no access")
    return found
