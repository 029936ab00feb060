"""Fragments: figures with their source, findings in words, pages, stages, nothing to show."""

import re
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from config.templatetags.look import figure
from districts.matching.need import Bounds


def drawn(fragment, language="en", **context):
    with translation.override(language):
        return re.sub(r"[ \n]+", " ", render_to_string(fragment, context)).strip()


def finding(state, asked, offered):
    return SimpleNamespace(criterion="gas_m3h", state=state, asked=asked, offered=offered)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1200, "1\xa0200"),
        (96.7, "96,7"),
        (Decimal("12.50"), "12,5"),
        (Decimal("1E+3"), "1\xa0000"),
        (0.1 + 0.2, "0,30000000000000004"),
        ("рядом", "рядом"),
        (True, "да"),
        (False, "нет"),
        ({"min": 5, "max": 7.5}, "5–7,5"),
        (Bounds(min=5), "от 5"),
        (Bounds(max=1200), "до 1\xa0200"),
        (Bounds(5, 5), "5"),
        ((2, "рядом"), "2, рядом"),
    ],
)
def test_values_read_as_in_the_language(value, said):
    with translation.override("ru"):
        assert figure(value) == said


@pytest.mark.parametrize(
    ("state", "word", "mark"),
    [
        ("met", "подходит", "#check"),
        ("missed", "не подходит", "#x"),
        ("unknown", "не подтверждено", "#question-mark"),
    ],
)
def test_a_finding_has_a_word_and_a_shape(state, word, mark):
    text = drawn("_finding.html", "ru", finding=finding(state, 1200, None))
    assert f">{word}<" in text
    assert mark in text
    assert "Газ, м³/ч" in text
    assert "нужно: 1\xa0200" in text
    assert "неизвестно" in text


def test_pages_offer_only_the_directions_there_are():
    assert drawn("_pager.html") == ""
    text = drawn("_pager.html", older_url="?after=7")
    assert "Older" in text
    assert "Newer" not in text


@pytest.mark.parametrize(
    "stage", ["new", "qualified", "matching", "proposal", "visit", "agreement"]
)
def test_an_open_stage_has_its_place_on_the_scale(stage):
    text = drawn("_badge_stage.html", stage=stage, stage_label="Words")
    sheet = Path(settings.BASE_DIR, "leads/static/hotline/status.css").read_text(encoding="utf-8")
    assert f'data-stage="{stage}"' in text
    assert f'.stage-scale[data-stage="{stage}"]' in sheet
    assert "Words" in text


@pytest.mark.parametrize(("stage", "mark"), [("won", "#check"), ("lost", "#x")])
def test_a_closed_stage_has_a_shape(stage, mark):
    text = drawn("_badge_stage.html", stage=stage, stage_label="Words")
    assert mark in text
    assert "stage-scale" not in text


def test_nothing_names_the_one_step():
    text = drawn("_empty.html", title="None yet", text="After a call.", url="/desk/", action="Take")
    assert '<a class="btn" href="/desk/">Take</a>' in text


def test_navigation_marks_where_we_are():
    rows = [("/desk/", "Desk", True, "G D"), ("/pipeline/", "Pipeline", False, "")]
    text = drawn("_nav.html", navigation=rows)
    assert text.count('aria-current="page"') == 1
    assert '<a href="/desk/" aria-current="page"' in text
