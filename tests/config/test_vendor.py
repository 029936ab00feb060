"""Foreign files are the ones the manifest names, licensed, and nothing asks another host."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from config.management.commands import vendor

STATIC = Path(settings.BASE_DIR) / "leads" / "static"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
MANIFEST = json.loads((vendor.VENDOR / "manifest.json").read_text(encoding="utf-8"))
SHIPPED = [
    path
    for folder in (STATIC, TEMPLATES)
    for path in sorted(folder.rglob("*"))
    if path.suffix in {".css", ".js", ".html", ".svg"} and "letters" not in path.parts
]
# What a visitor's page runs; staff pages may add to it.
PUBLIC_SCRIPTS = ["vendor/htmx/htmx.js", "hotline/theme.js", "hotline/page.js"]


def test_it_works():
    for entry in MANIFEST:
        content = (vendor.VENDOR / entry["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["file"]


def test_manifest_names_every_file_and_package():
    files = {
        str(path.relative_to(vendor.VENDOR)) for path in vendor.VENDOR.rglob("*") if path.is_file()
    }
    assert files - {"manifest.json"} == {entry["file"] for entry in MANIFEST}
    assert {(entry["name"], entry["version"], entry["licence"]) for entry in MANIFEST} == {
        package[:3] for package in vendor.PACKAGES
    }


def test_every_package_keeps_its_licence():
    folders = {entry["file"].partition("/")[0] for entry in MANIFEST}
    for folder in folders:
        text = (vendor.VENDOR / folder / "LICENSE").read_text(encoding="utf-8")
        assert re.search(r"Permission .* granted|Permission to use", text), folder


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_nothing_asks_another_host(path):
    text = path.read_text(encoding="utf-8")
    hosts = set(re.findall(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]{2,})", text, re.IGNORECASE))
    # htmx writes and reads XML namespaces only.
    assert hosts <= {"www.w3.org"}, hosts
    assert "@import" not in text
    assert "sourceMappingURL" not in text


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_nothing_is_inline(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<[^>]*\s(style|on[a-z]+)=", text)
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)", text)


def test_every_icon_drawn_is_in_the_sprite():
    sprite = (vendor.VENDOR / vendor.SPRITE).read_text(encoding="utf-8")
    drawn = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r'{% icon "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert drawn
    assert drawn <= set(re.findall(r'symbol id="([^"]+)"', sprite))


def test_visitors_scripts_stay_below_60_kb():
    weight = sum(len(gzip.compress((STATIC / name).read_bytes())) for name in PUBLIC_SCRIPTS)
    assert weight <= 60_000


def test_a_file_that_loads_from_elsewhere_is_refused():
    with pytest.raises(vendor.CommandError):
        vendor.made_our_own("x.css", b"a{background:url(https://cdn.example/x.png)}")


def test_style_sheets_come_as_a_layer_without_their_map():
    made = vendor.made_our_own("x.css", b'@charset "UTF-8";a{}\n/*# sourceMappingURL=x.map */')
    assert made == b"@layer vendor{a{}}\n"
