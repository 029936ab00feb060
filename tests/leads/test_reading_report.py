"""The reading held against what people chose, from what the database keeps."""

from io import StringIO

import pytest
from django.core.management import call_command

from districts.matching.need import Bounds, IndustryGuess, Need
from leads.reading_report import FIRST, report
from tests.world import make_inquiry

pytestmark = pytest.mark.django_db


def guesses(*codes):
    return tuple(IndustryGuess(code, 0.6, ("цех",)) for code in codes)


def logged(suggested, chosen):
    make_inquiry(
        figures=chosen,
        suggested={"kind": "project", "need": suggested.to_json(), "contradictions": []},
    )


def rows():
    return {row.field: (row.agreed, row.all) for row in report()}


def test_it_works():
    read = Need(industries=guesses("glass", "pharma"), land_ha=Bounds(5, 5), power_mw=2, gas=True)
    logged(read, Need(industries=guesses("glass"), land_ha=Bounds(5, 5), power_mw=3, gas=True))
    logged(read, Need(industries=guesses("pharma"), land_ha=Bounds(5, 6), power_mw=2))
    found = rows()
    assert found[FIRST] == (1, 2)
    assert found["industries"] == (0, 2)
    assert found["land_ha"] == (1, 2)
    assert found["power_mw"] == (1, 2)
    assert found["gas"] == (1, 2)
    assert found["rail"] == (0, 0)


def test_what_people_added_counts_as_not_read():
    logged(Need(), Need(rail=True, districts_wanted=("abinsky",), industries=guesses("glass")))
    found = rows()
    assert found["rail"] == found["districts_wanted"] == found["industries"] == (0, 1)
    assert found[FIRST] == (0, 0), "nothing was suggested"


def test_a_plain_no_is_an_answer_and_order_is_none():
    read = Need(gas=False, industries=guesses("glass", "pharma"))
    logged(read, Need(gas=False, industries=guesses("pharma", "glass")))
    assert rows()["gas"] == (1, 1)
    assert rows()["industries"] == (1, 1)


def test_inquiries_without_a_suggestion_are_left_out():
    make_inquiry(figures=Need(power_mw=2))
    make_inquiry(kind="other", suggested={"kind": "other", "need": None, "contradictions": []})
    assert set(rows().values()) == {(0, 0)}


def test_the_command_prints_it(django_assert_num_queries):
    logged(Need(power_mw=2, rail=True), Need(power_mw=2))
    out = StringIO()
    with django_assert_num_queries(1):
        call_command("reading_report", stdout=out)
    lines = [line.split() for line in out.getvalue().splitlines()]
    assert ["power_mw", "1", "1", "100.0%"] in lines
    assert ["rail", "0", "1", "0.0%"] in lines
    assert ["port", "0", "0", "–"] in lines
