"""Looking at a page as axe does: wide and narrow, light and dark.

PROVE=whole asks all the rules in all of them, otherwise those that a theme can change.
"""

import os

from axe_playwright_python.sync_playwright import Axe

WHOLE = os.environ.get("PROVE") == "whole"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def go(page, address, status=200):
    assert page.goto(address).status == status, address


def faults(page, base_url: str) -> list[str]:
    """Wide and narrow, light and dark; colours are looked at in Russian only."""
    found = []
    both = WHOLE or page.locator("html[lang=ru]").count()
    themes = ("light", "dark") if both else ("light",)
    for view, size in (("wide", WIDE), ("narrow", NARROW)):
        page.set_viewport_size(size)
        for theme in themes:
            page.emulate_media(color_scheme=theme)
            # Only colours differ between the themes.
            rules = ["color-contrast"] if theme == "dark" and not WHOLE else None
            found += [f"{view} {theme} {fault}" for fault in _violations(page, rules)]
        width, needs = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
        if needs > width:
            found.append(f"{view}: {needs - width} pixels too wide")
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    return [f"{page.url.removeprefix(base_url)} {fault}" for fault in found]


def _violations(page, rules) -> list[str]:
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    found = Axe().run(page, options=options).response["violations"]
    return [f"{fault['id']}: {node['target']}" for fault in found for node in fault["nodes"]]
