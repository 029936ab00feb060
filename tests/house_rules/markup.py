"""User text is never markup, and no form goes without its CSRF token."""

import ast
import re
from pathlib import Path

from tests.house_rules.tree import line_of, parse, place, python_files, templates

NAMES = {"mark_safe", "SafeString", "SafeText", "csrf_exempt"}
# Path from the root: the one name that may stand there, and why.
REASONS = {
    # An exchange has no form's token: its own signature stands for it, and no session is looked at.
    "leads/telephony/views.py": "csrf_exempt",
}
_IN_TEMPLATES = re.compile(r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off\b")


def breaches(root: Path) -> list[str]:
    found = []
    for path in python_files(root):
        for node in ast.walk(parse(path)):
            for name in _names(node) & NAMES - {REASONS.get(place(root, path))}:
                found.append(f"{place(root, path, node.lineno)}: {name}")
    for _, path in templates(root):
        text = path.read_text(encoding="utf-8")
        # A letter in plain text is no markup, and must not show &amp;.
        if path.suffix == ".txt":
            continue
        for match in _IN_TEMPLATES.finditer(text):
            found.append(f"{place(root, path, line_of(text, match.start()))}: {match[0]}")
    return found


def _names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.ImportFrom):
        return {name.name for name in node.names}
    return set()
