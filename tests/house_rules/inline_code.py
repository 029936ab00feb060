"""A strict CSP refuses inline styles, handlers and scripts: no template may hold one."""

import re
from pathlib import Path

from tests.house_rules.tree import blank_tags, line_of, place, templates

_TAG = re.compile(r"<[a-zA-Z][^<>]*>", re.DOTALL)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"(?<=[\s\"'/_])(style|on[a-z]+|hx-on[^\s=]*)\s*=", re.IGNORECASE)
_NAMED = {
    "script": re.compile(r"\s(src|nonce)\s*=", re.IGNORECASE),
    "style": re.compile(r"\snonce\s*=", re.IGNORECASE),
}


def breaches(root: Path) -> list[str]:
    found = []
    for _, path in templates(root):
        text = blank_tags(path.read_text(encoding="utf-8"))
        # An attribute's value may hold > and words that look like attributes.
        bare = _QUOTED.sub(lambda value: re.sub(r"[^\n\"']", "·", value[0]), text)
        for tag in _TAG.finditer(bare):
            where = place(root, path, line_of(text, tag.start()))
            for attribute in _ATTRIBUTE.finditer(tag[0]):
                found.append(f"{where}: {attribute[1]}= in a tag")
            name = re.match(r"<(\w+)", tag[0])[1].lower()
            if name in _NAMED and not _NAMED[name].search(tag[0]):
                found.append(f"{where}: <{name}> without a nonce or a source")
        for link in re.finditer(r"javascript:", text, re.IGNORECASE):
            found.append(f"{place(root, path, line_of(text, link.start()))}: javascript: address")
    return found
