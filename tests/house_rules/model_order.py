"""A model reads: choices and fields, objects, Meta, __str__, get_absolute_url, then the rest."""

import ast
from pathlib import Path

from tests.house_rules.tree import ROOMS, parse, place, python_files

FIELDS, OBJECTS, META, STR, URL, REST = range(6)
NAMES = ("fields and choices", "objects", "Meta", "__str__", "get_absolute_url", "other methods")


def breaches(root: Path) -> list[str]:
    found = []
    folders = [f"{room}/models" for room in ROOMS]
    for path in python_files(root, *folders):
        for node in ast.walk(parse(path)):
            if isinstance(node, ast.ClassDef) and _is_model(node):
                found += [f"{place(root, path, line)}: {text}" for line, text in _disorder(node)]
    return found


def _is_model(node: ast.ClassDef) -> bool:
    bases = {ast.unparse(base).split(".")[-1] for base in node.bases}
    return bool(bases & {"Model", "AbstractUser", "AbstractBaseUser"}) or any(
        isinstance(inner, ast.ClassDef) and inner.name == "Meta" for inner in node.body
    )


def _disorder(model: ast.ClassDef) -> list[tuple[int, str]]:
    found, reached = [], FIELDS
    for node in model.body:
        kind = _kind(node)
        if kind is None:
            continue
        if kind < reached:
            text = f"{model.name}: {NAMES[kind]} must stand above {NAMES[reached]}"
            found.append((node.lineno, text))
        reached = max(reached, kind)
    return found


def _kind(node: ast.stmt) -> int | None:
    if isinstance(node, ast.ClassDef):
        return META if node.name == "Meta" else FIELDS
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return {"__str__": STR, "get_absolute_url": URL}.get(node.name, REST)
    if isinstance(node, ast.Assign | ast.AnnAssign):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        return OBJECTS if isinstance(target, ast.Name) and target.id == "objects" else FIELDS
    return None
