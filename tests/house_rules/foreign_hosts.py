"""No request leaves the host: templates, styles and scripts name no other one."""

import re
from pathlib import Path

from tests.house_rules.tree import line_of, own_assets, place, templates

_ADDRESS = re.compile(
    r"\b(?:https?|wss?)://(?!(?:www\.)?w3\.org\b)[\w\[]|(?<=[\"'(])//[a-z0-9-]+\.[a-z]",
    re.IGNORECASE,
)


def breaches(root: Path) -> list[str]:
    found = []
    files = [path for _, path in templates(root)]
    for path in [*files, *own_assets(root, ".css", ".js", ".mjs", ".svg", ".webmanifest")]:
        text = path.read_text(encoding="utf-8")
        for address in _ADDRESS.finditer(text):
            whole = re.match(r"[^\s\"'<>)]+", text[address.start() :])[0]
            found.append(f"{place(root, path, line_of(text, address.start()))}: {whole}")
    return found
