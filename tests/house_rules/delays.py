"""No moment lives in Redis: no eta, no countdown, no retry by Celery; a moment is a column."""

import ast
from pathlib import Path

from tests.house_rules.tree import parse, place, python_files

KEYWORDS = {"eta", "countdown", "autoretry_for", "retry_backoff", "default_retry_delay"}


def breaches(root: Path) -> list[str]:
    found = []
    for path in python_files(root):
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Attribute) and node.func.attr == "retry":
                found.append(f"{place(root, path, node.lineno)}: .retry()")
            for keyword in node.keywords:
                if keyword.arg in KEYWORDS:
                    found.append(f"{place(root, path, node.lineno)}: {keyword.arg}=")
    return found
