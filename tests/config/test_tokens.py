"""Colours keep their contrast in both themes: text 5.3:1, control borders 4.1:1, buttons 8.9:1."""

import re
from pathlib import Path

import pytest
from django.conf import settings

SHEET = Path(settings.BASE_DIR) / "leads" / "static" / "hotline" / "tokens.css"
PAIRS = dict(
    re.findall(
        r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\)",
        SHEET.read_text(encoding="utf-8"),
    )
)
TEXTS = ["ink", "ink-2", "brand", "accent", "ok", "warn", "bad", "info"]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other, theme):
    here = sorted(luminance(PAIRS[name].split(", ")[theme]) for name in (one, other))
    return (here[1] + 0.05) / (here[0] + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_it_works(text, theme):
    grounds = ["paper", "canvas"] + [soft for soft in [f"{text}-soft"] if soft in PAIRS]
    for ground in grounds:
        assert contrast(text, ground, theme) >= 5.3, ground


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_edges_and_buttons(theme):
    assert contrast("edge", "paper", theme) >= 4.1
    assert contrast("edge", "canvas", theme) >= 4.1
    assert contrast("on-brand", "brand", theme) >= 8.9
    assert contrast("on-brand", "brand-strong", theme) >= 8.9


def test_an_old_browser_gets_the_same_light():
    plain = SHEET.read_text(encoding="utf-8").partition("@supports")[0]
    for name, pair in PAIRS.items():
        assert f"--{name}: {pair.split(', ')[0]};" in plain
