"""The Russian catalogues: complete, compiled as written, of one mind."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from django.apps import apps

from tests.house_rules.tree import place
from tests.translations.messages import messages

# As Django's own Russian catalogue has it; another rule would be merged into a broken one.
PLURAL_FORMS = (
    "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) "
    "? 1 : n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);"
)
FORMS = 4
_PLACEHOLDER = re.compile(r"%\((\w+)\)")

Key = tuple[str | None, str]


def untranslated(root: Path) -> list[str]:
    """Messages that no catalogue, ours or an installed application's, says in Russian."""
    ours = {_key(entry): entry for _, entry in _entries(root) if _is_complete(entry)}
    foreign = _of_installed_applications()
    found = []
    for message in messages(root):
        key = (message.context, message.text)
        entry = ours.get(key) or foreign.get(key)
        if entry is None:
            found.append(f"{message.at}: {message.text!r}")
        elif message.plural is not None and not entry.msgid_plural:
            found.append(f"{message.at}: {message.text!r} has no plural forms")
    return sorted(set(found))


def fuzzy(root: Path) -> list[str]:
    return [
        f"{place(root, path, entry.linenum)}: {entry.msgid!r}"
        for path, entry in _entries(root)
        if entry.fuzzy
    ]


def uncompiled(root: Path) -> list[str]:
    """Catalogues whose .mo is missing or says something else than the .po."""
    found = []
    for path in _catalogues(root):
        compiled = path.with_suffix(".mo")
        if not compiled.is_file():
            found.append(f"{place(root, compiled)}: missing")
        elif _content(polib.pofile(str(path))) != _content(polib.mofile(str(compiled))):
            found.append(f"{place(root, compiled)}: differs from the .po")
    return found


def contradictions(root: Path) -> list[str]:
    """Messages that stand twice and are said in two ways; which one wins would be chance."""
    said = defaultdict(set)
    for _, entry in _entries(root):
        said[_key(entry)].add(_russian(entry))
    return sorted(
        f"{text!r}: {' | '.join(sorted(forms[0] for forms in ways))}"
        for (_, text), ways in said.items()
        if len(ways) > 1
    )


def wrong_plural_rules(root: Path) -> list[str]:
    """Catalogues with another rule than Django's; spaces do not matter."""
    return [
        place(root, path)
        for path in _catalogues(root)
        if polib.pofile(str(path)).metadata.get("Plural-Forms", "").replace(" ", "")
        != PLURAL_FORMS.replace(" ", "")
    ]


def lost_placeholders(root: Path) -> list[str]:
    """Translations with a %(name)s more or less than the message; a form "one" may leave out."""
    found = []
    for path, entry in _entries(root):
        wanted = {*_PLACEHOLDER.findall(entry.msgid + entry.msgid_plural)}
        for text in filter(None, _russian(entry)):
            given = {*_PLACEHOLDER.findall(text)}
            if given - wanted or (wanted - given and not entry.msgid_plural):
                found.append(f"{place(root, path, entry.linenum)}: {text!r}")
    return found


def _catalogues(root: Path) -> list[Path]:
    return sorted(root.glob("config/locale/*/ru/LC_MESSAGES/*.po"))


def _entries(root: Path) -> Iterator[tuple[Path, polib.POEntry]]:
    for path in _catalogues(root):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete:
                yield path, entry


def _of_installed_applications() -> dict[Key, polib.MOEntry]:
    """Django's catalogue and those that installed applications bring, without ours."""
    folders = [Path(django.__file__).parent / "conf"]
    folders += [Path(config.path) for config in apps.get_app_configs()]
    files = [folder / "locale/ru/LC_MESSAGES/django.mo" for folder in folders]
    return {
        _key(entry): entry
        for path in files
        if path.is_file()
        for entry in polib.mofile(str(path))
        if _is_complete(entry)
    }


def _key(entry: polib.POEntry | polib.MOEntry) -> Key:
    return entry.msgctxt, entry.msgid


def _russian(entry: polib.POEntry | polib.MOEntry) -> tuple[str, ...]:
    if entry.msgid_plural:
        return tuple(text for _, text in sorted(entry.msgstr_plural.items()))
    return (entry.msgstr,)


def _is_complete(entry: polib.POEntry | polib.MOEntry) -> bool:
    forms = _russian(entry)
    return all(text.strip() for text in forms) and len(forms) == (
        FORMS if entry.msgid_plural else 1
    )


def _content(catalogue: polib.POFile | polib.MOFile) -> dict[Key, tuple[str, ...]]:
    """What a program would read: an entry without translation, or a fuzzy one, is not there."""
    content = {
        _key(entry): _russian(entry)
        for entry in catalogue
        if any(_russian(entry)) and not entry.obsolete and not getattr(entry, "fuzzy", False)
    }
    content[None, ""] = (catalogue.metadata.get("Plural-Forms", ""),)
    return content
