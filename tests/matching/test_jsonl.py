import json
from dataclasses import dataclass

from districts.matching.jsonl import match_lines
from districts.matching.need import Need
from tests.matching import made_up
from tests.matching.land import TODAY, make_land, make_park


@dataclass
class Reading:
    kind: str
    need: Need | None


def answer(*asked, reading=None):
    lines = [line if isinstance(line, str) else json.dumps(line) for line in asked]
    answers = match_lines(lines, made_up.snapshot(), lambda text: reading, at=TODAY)
    return [json.loads(line) for line in answers]


def test_it_works():
    need = {"industries": ["glass"], "land_ha": {"min": 5, "max": 7}, "power_mw": 4}
    (row,) = answer({"id": "x-1", "need": need})
    assert list(row) == ["id", "kind", "need", "districts", "parks", "excluded"]
    assert (row["id"], row["kind"]) == ("x-1", "project")
    assert row["need"]["industries"] == [{"code": "glass", "confidence": 1.0, "words": []}]
    assert row["need"]["jobs"] is None
    assert set(row["districts"][0]) == {"id", "score", "findings"}
    assert set(row["parks"][0]) == {"id", "district", "score", "findings"}
    assert set(row["parks"][0]["findings"][0]) == {
        "criterion",
        "state",
        "asked",
        "offered",
        "points",
    }
    assert set(row["excluded"][0]) == {"id", "criterion", "asked", "offered"}


def test_a_text_is_read():
    (row,) = answer({"id": 1, "text": "4 МВт"}, reading=Reading("project", Need(power_mw=4)))
    assert row["need"]["power_mw"] == 4
    assert row["parks"]


def test_only_a_project_is_matched():
    (row,) = answer({"id": 1, "text": "ищу работу"}, reading=Reading("other", None))
    assert row == {
        "id": 1,
        "kind": "other",
        "need": None,
        "districts": [],
        "parks": [],
        "excluded": [],
    }


def test_nearest_misses_stand_in_where_nothing_fits():
    land = make_land(make_park("weak", power_free_mw=3), make_park("weaker", power_free_mw=2))
    (line,) = match_lines(['{"id": 1, "need": {"power_mw": 4}}'], land, None, at=TODAY)
    row = json.loads(line)
    assert row["parks"] == []
    assert [(park["id"], park["district"]) for park in row["near"]] == [
        ("weak", "here"),
        ("weaker", "here"),
    ]
    assert [exclusion["offered"] for exclusion in row["excluded"]] == [3, 2]


def test_figures_come_out_as_they_were_written():
    (row,) = answer({"id": 1, "need": {"power_mw": 4}})
    offered = [
        f["offered"] for p in row["parks"] for f in p["findings"] if f["criterion"] == "power"
    ]
    written = {park.power_free_mw for park in made_up.rows()["parks"]}
    assert set(offered) <= written


def test_a_line_that_makes_no_sense_is_told_and_the_rest_answered():
    rows = answer(
        '{"id": 1', {"id": 2}, {"id": 3, "need": {"castle": 1}}, "", [4], {"id": 5, "need": {}}
    )
    assert ["error" in row for row in rows] == [True, True, True, True, False]
    assert [row["id"] for row in rows] == [None, 2, 3, None, 5]


def test_figures_of_the_wrong_type_are_told():
    (row,) = answer({"id": 1, "need": {"power_mw": "four"}})
    assert row["error"].startswith("TypeError")


def test_nothing_that_is_no_json_comes_out():
    rows = answer(
        '{"id": 1, "need": {"power_mw": NaN}}',
        '{"id": 2, "need": {"power_mw": 1e999}}',
        "[" * 100_000,
        '{"id": "\\ud800", "need": {}}',
    )
    assert ["error" in row for row in rows] == [True, True, True, False]
    assert rows[3]["id"] == "?"


def test_a_need_of_null_leaves_the_text_to_be_read():
    (row,) = answer({"id": 1, "need": None, "text": "?"}, reading=Reading("other", None))
    assert row["kind"] == "other"
