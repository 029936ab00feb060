"""The project's files as the rules read them."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOMS = ("config", "districts", "leads")
DOORS = (
    "districts.catalogue",
    "leads.api",
    "leads.desk",
    "leads.pipeline",
    "leads.public",
    "leads.reports",
    "leads.telephony",
)
# Django comments and tags may hold > and quotes; a tag's place is kept, so that lines still count.
_COMMENTS = re.compile(r"{#.*?#}|{%\s*comment\b.*?endcomment\s*%}|<!--.*?-->", re.DOTALL)
_TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)


def python_files(root: Path, *tops: str) -> Iterator[Path]:
    """Python files of the rooms, or of the folders named, without migrations."""
    for top in tops or ROOMS:
        for path in sorted((root / top).rglob("*.py")):
            if "migrations" not in path.relative_to(root).parts:
                yield path


def templates(root: Path) -> Iterator[tuple[str, Path]]:
    """Template files with the name by which Django finds them."""
    for folder in (root / "templates", *(root / room / "templates" for room in ROOMS)):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), path


def own_assets(root: Path, *suffixes: str) -> Iterator[Path]:
    """Our own static files of these suffixes; vendored ones have a manifest of their own."""
    for folder in (root / "static", *(root / room / "static" for room in ROOMS)):
        for path in sorted(folder.rglob("*")):
            if path.suffix in suffixes and "vendor" not in path.relative_to(folder).parts:
                yield path


@lru_cache(maxsize=1024)
def _parsed(path: Path, changed_ns: int) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def parse(path: Path) -> ast.Module:
    return _parsed(path, path.stat().st_mtime_ns)


def module_name(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def is_in(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


def place(root: Path, path: Path, line: int | None = None) -> str:
    where = path.relative_to(root).as_posix()
    return f"{where}:{line}" if line else where


def imports(root: Path, path: Path, *, only_at_run_time: bool = False) -> list[tuple[str, int]]:
    """Modules that a file imports, anywhere in it, with their lines.

    `from leads import flow` gives leads.flow: the name is taken for a module when such a file
    exists, or when nothing of the project is known by the shorter name.
    """
    tree = parse(path)
    hidden = _type_checking_nodes(tree) if only_at_run_time else set()
    package = module_name(root, path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    found = []
    for node in ast.walk(tree):
        if node in hidden:
            continue
        if isinstance(node, ast.Import):
            found += [(name.name, node.lineno) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            for name in node.names:
                longer = f"{start}.{name.name}"
                found.append((longer if _is_module(root, longer) else start, node.lineno))
    return found


def blank_tags(text: str) -> str:
    """A template without comments and with its tags blanked, line by line as long as before."""
    text = _COMMENTS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return _TAGS.sub(lambda found: re.sub(r"[^\n]", "_", found[0]), text)


def line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _is_module(root: Path, module: str) -> bool:
    path = root.joinpath(*module.split("."))
    return path.with_suffix(".py").is_file() or path.is_dir()


def _type_checking_nodes(tree: ast.Module) -> set[ast.AST]:
    return {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for body in node.body
        for inner in ast.walk(body)
    }
