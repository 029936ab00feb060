"""Fetches the front end's foreign files again, by name and version, and writes their manifest.

Nothing is loaded from another host at run time: what a page uses lies in leads/static/vendor/ with
its licence. Needs node's `npm` and a network; everything else in the project works without both.
"""

import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

VENDOR = Path(settings.BASE_DIR) / "leads" / "static" / "vendor"

# name, version, licence, {file in the package: file in VENDOR}
PACKAGES = [
    (
        "@tabler/core",
        "1.6.1",
        "MIT",
        {"dist/css/tabler.min.css": "tabler/tabler.css"},
    ),
    (
        "htmx.org",
        "4.0.1",
        "0BSD",
        {"dist/htmx.min.js": "htmx/htmx.js", "LICENSE": "htmx/LICENSE"},
    ),
    (
        "@fontsource-variable/golos-text",
        "5.3.0",
        "OFL-1.1",
        {
            **{
                f"files/golos-text-{part}-wght-normal.woff2": f"golos/golos-{part}.woff2"
                for part in ("cyrillic", "cyrillic-ext", "latin", "latin-ext")
            },
            "LICENSE": "golos/LICENSE",
        },
    ),
    (
        "sortablejs",
        "1.15.7",
        "MIT",
        {"Sortable.min.js": "sortable/sortable.js", "LICENSE": "sortable/LICENSE"},
    ),
    ("@tabler/icons", "3.51.0", "MIT", {"LICENSE": "icons/LICENSE"}),
]
SPRITE = "icons/icons.svg"
ICONS = re.findall(
    r"\S+",
    """
alert-circle alert-triangle arrow-back-up arrow-left arrow-right arrows-sort ban bell bolt briefcase
building-factory-2 calendar cash chart-bar check chevron-down chevron-left chevron-right
circle-check circle-x circle clock clock-exclamation cloud-off copy device-desktop device-floppy
dots download droplet edit eye external-link file-text filter flag flame git-compare help-circle
history home hourglass inbox info-circle keyboard language layout-kanban list lock login logout mail
map map-pin message minus moon note phone phone-call phone-incoming phone-off phone-outgoing plane
player-pause plus printer question-mark refresh road route ruler-measure school search send settings
shield-check ship sort-ascending sort-descending star sun table tag train trash upload user
user-check users world x
""",
)


def made_our_own(name: str, content: bytes) -> bytes:
    """A style sheet or script without references to other hosts; other files as they came.

    Tabler goes into a cascade layer, so that any rule of ours wins without a contest of selectors.
    """
    if not name.endswith((".css", ".js")):
        return content
    text = content.decode()
    text = re.sub(r"\n?(/\*#|//#) *sourceMappingURL=[^\n*]*(\*/)?", "", text)
    text = re.sub(r" \(https?://[^)\s]*\)| \| git://\S+", "", text)
    if re.search(r"@import|url\(['\"]?(https?:)?//", text):
        raise CommandError(f"{name} loads from another host.")
    if name.endswith(".css"):
        text = re.sub(r'^@charset "UTF-8";', "", text)
        text = "@layer vendor{" + text.strip() + "}"
    return text.strip().encode() + b"\n"


def sprite(icons: dict[str, str]) -> bytes:
    """One SVG with a <symbol> for each icon; the frame's stroke is set by our style sheet."""
    symbols = []
    for name, svg in icons.items():
        inside = re.search(r"<svg.*?>(.*)</svg>", svg, re.DOTALL)[1]
        paths = re.findall(r"<path[^>]*/>", inside)
        drawn = "".join(path for path in paths if 'stroke="none"' not in path)
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{drawn}</symbol>')
    body = "\n".join(symbols)
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n'.encode()


def tabler_licence(css: bytes, mit: bytes) -> bytes:
    """The style sheet's copyright lines over the MIT text; its package has no licence file."""
    owners = re.findall(r"Copyright [^\n]+", css.decode()[:600])
    permission = mit.decode().partition("Permission is hereby granted")
    return ("MIT License\n\n" + "\n".join(owners) + "\n\n" + "".join(permission[1:])).encode()


def packed(name: str, version: str, folder: str) -> dict[str, bytes]:
    """The files of one published package by their path inside it."""
    done = subprocess.run(  # noqa: S603
        ["npm", "pack", "--silent", f"{name}@{version}"],  # noqa: S607
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CommandError(f"{name} {version} could not be fetched: {done.stderr.strip()}")
    with tarfile.open(Path(folder) / done.stdout.strip().splitlines()[-1]) as archive:
        return {
            member.name.partition("/")[2]: archive.extractfile(member).read()
            for member in archive
            if member.isfile()
        }


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args, **options):
        entries = []
        with tempfile.TemporaryDirectory() as folder:
            for name, version, licence, files in PACKAGES:
                content = packed(name, version, folder)
                made = {to: made_our_own(to, content[source]) for source, to in files.items()}
                if name == "@tabler/icons":
                    made[SPRITE] = sprite(
                        {icon: content[f"icons/outline/{icon}.svg"].decode() for icon in ICONS}
                    )
                    css = (VENDOR / "tabler/tabler.css").read_bytes()
                    made["tabler/LICENSE"] = tabler_licence(css, content["LICENSE"])
                for file, data in made.items():
                    target = VENDOR / file
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
                    entries.append(
                        {
                            "name": name,
                            "version": version,
                            "licence": licence,
                            "file": file,
                            "sha256": hashlib.sha256(data).hexdigest(),
                        }
                    )
        lines = json.dumps(entries, indent=1, ensure_ascii=False)
        (VENDOR / "manifest.json").write_text(lines + "\n", encoding="utf-8")
        self.stdout.write(f"{len(entries)} files of {len(PACKAGES)} packages")
