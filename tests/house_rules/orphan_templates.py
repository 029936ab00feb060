"""Every template is named by Python, by another template, or by Django or crispy."""

import ast
import re
from fnmatch import fnmatchcase
from pathlib import Path

from tests.house_rules.tree import parse, python_files, templates

CONVENTIONS = (
    "400.html",  # Django's error pages
    "403.html",
    "403_csrf.html",
    "404.html",
    "500.html",
    "registration/*.html",  # django.contrib.auth
    "admin/*.html",  # django.contrib.admin
    "django/forms/*.html",  # form and widget overrides
    "bootstrap5/*.html",  # crispy's templates, overridden
)
_NAMING_TAG = re.compile(r"{%-?\s*(?:extends|include)\b(.*?)%}", re.DOTALL)
_QUOTED = re.compile(r"\"([^\"]+)\"|'([^']+)'")


def breaches(root: Path) -> list[str]:
    found = dict(templates(root))
    patterns = {*CONVENTIONS, *_named_in_python(root)}
    named = {
        (name, by)
        for by, path in found.items()
        for tag in _NAMING_TAG.findall(path.read_text(encoding="utf-8"))
        for name in ("".join(pair) for pair in _QUOTED.findall(tag))
    }
    named_by_others = {name for name, by in named if name != by}
    return [
        f"{path.relative_to(root).as_posix()}: named by no view and no template"
        for name, path in found.items()
        if name not in named_by_others
        and not any(fnmatchcase(name, pattern) for pattern in patterns)
    ]


def _named_in_python(root: Path) -> set[str]:
    """Whole strings and f-strings, whose values stand as *; a fragment's #name is left out."""
    found = set()
    for path in python_files(root):
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                name = re.sub(r"([\[\]*?])", r"[\1]", node.value.partition("#")[0])
            elif isinstance(node, ast.JoinedStr):
                name = "".join(
                    part.value if isinstance(part, ast.Constant) else "*" for part in node.values
                )
            else:
                continue
            # "*" and "*.html" would excuse everything.
            if "/" in name.strip("*/") or "*" not in name:
                found.add(name)
    return found
