"""Every message that templates and Python ask gettext for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

from tests.house_rules.tree import parse, place, python_files, templates

# Function of django.utils.translation -> positions of context, message, plural.
_SIMPLE, _PLURAL = (None, 0, None), (None, 0, 1)
FUNCTIONS = {
    "_": _SIMPLE,
    "gettext": _SIMPLE,
    "gettext_lazy": _SIMPLE,
    "gettext_noop": _SIMPLE,
    "ngettext": _PLURAL,
    "ngettext_lazy": _PLURAL,
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
_STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
_CALL = re.compile(rf"(?<!\w)(_|n?p?gettext)\(\s*({_STRING}(?:\s*,\s*{_STRING})*)", re.DOTALL)


class Message(NamedTuple):
    """`plural` is None where one form is asked for; `at` is "path" or "path:line"."""

    context: str | None
    text: str
    plural: str | None
    at: str


def messages(root: Path) -> Iterator[Message]:
    for _, path in templates(root):
        yield from _in_template(root, path)
    for path in python_files(root):
        yield from _in_python(root, path)


def unreadable(root: Path) -> list[str]:
    """Calls whose message is put together before gettext sees it, so that no catalogue has it."""
    return [
        f"{place(root, path, call.lineno)}: {name}() of an f-string or a sum"
        for path in python_files(root)
        for name, call in _calls(path)
        if any(isinstance(given, ast.JoinedStr | ast.BinOp) for given in call.args[:2])
    ]


def _in_template(root: Path, path: Path) -> Iterator[Message]:
    source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for name, given in _CALL.findall(source):
        strings = ast.literal_eval(f"({given},)")
        if name == "_":
            # Django looks a constant up with its per cent signs doubled, as it does elsewhere.
            strings = tuple(text.replace("%", "%%") for text in strings)
        yield _message(name, strings, place(root, path))


def _in_python(root: Path, path: Path) -> Iterator[Message]:
    for name, call in _calls(path):
        strings = tuple(
            given.value if isinstance(given, ast.Constant) else None for given in call.args
        )
        message = _message(name, strings, place(root, path, call.lineno))
        if isinstance(message.text, str):
            yield message


def _calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Calls of translating functions, whatever name they were imported under."""
    tree = parse(path)
    known = {
        imported.asname or imported.name: imported.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module in {"django.utils", "django.utils.translation"}
        for imported in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            if isinstance(called, ast.Name):
                name = known.get(called.id)
            elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
                name = called.attr if known.get(called.value.id) == "translation" else None
            else:
                name = None
            if name in FUNCTIONS:
                yield name, node


def _message(name: str, strings: tuple, at: str) -> Message:
    found = [
        strings[position] if position is not None and position < len(strings) else None
        for position in FUNCTIONS[name]
    ]
    return Message(*found, at)
