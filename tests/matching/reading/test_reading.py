"""A whole text: need, evidence, contradictions; and anything that is no text at all."""

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from districts.matching.need import Bounds, Need
from districts.matching.reading import Lexicon, read

CALL = (
    "Звонит Сергей, Майкоп, 8 918 000 11 22. Цех металлоконструкций, 3 га, свет 1,2 мвт, "
    "газ не нужен, лучше под Белореченском. 40 человек"
)
LETTER = (
    "We plan a PET preform plant: 5 to 7 ha, at least 4 MW, 600 m3/h of gas, "
    "rail siding is a must. Anywhere but Sochi. Investment about RUB 1.8 bn, 90 jobs."
)


def test_it_works():
    reading = read(CALL)
    need = reading.need
    assert reading.kind == "project"
    assert need.industries[0].code == "metalworking"
    assert need.land_ha == Bounds(3, 3)
    assert need.power_mw == 1.2
    assert need.gas is False
    assert need.jobs == Bounds(40, 40)
    assert need.districts_wanted == ("belorechensky",)
    assert reading.evidence["land_ha"] == ("3 га",)
    assert reading.contradictions == ()


def test_english():
    need = read(LETTER).need
    assert need.industries[0].code == "rubber_plastics"
    assert need.land_ha == Bounds(5, 7)
    assert (need.power_mw, need.gas, need.gas_m3h, need.rail) == (4, True, 600, True)
    assert (need.capex_mln_rub, need.jobs) == (1800, Bounds(90, 90))
    assert need.districts_excluded == ("sochi",)


def test_layout_and_sound():
    assert read("rbhgbxysq pfdjl 5 uf ufp yt ye;ty").need.land_ha == Bounds(5, 5)
    assert read("Zavod kirpicha, 5 ga, gaz nuzhen").need.industries[0].code == "building_materials"


def test_kinds_and_year_only_when_asked_for():
    need = read("Нужен участок 2 га в индустриальном парке под завод, запуск в 2028 году").need
    assert need.kinds == ("industrial_park",)
    assert need.start_year == 2028
    assert read("Завод, 2 га, фирма с 2004 года").need.start_year is None


def test_registry_rows_bound_codes_and_ids():
    known = Lexicon.of([("metalworking", "")], [("abinsky", ())])
    need = read("Цех металлоконструкций и винодельня, Абинск или Анапа, 2 га", known).need
    assert [guess.code for guess in need.industries] == ["metalworking"]
    assert need.districts_wanted == ("abinsky",)


def test_a_need_goes_to_json_and_back():
    need = read(LETTER).need
    assert Need.from_json(need.to_json()) == need


@pytest.mark.parametrize("text", ["", " ", "👍", "\u200b\u202e", "12345", "????", "\x00\x01"])
def test_nothing_is_guessed_from_nothing(text):
    reading = read(text)
    assert reading.kind == "other"
    assert reading.need == Need()


@pytest.mark.parametrize("text", ["Завод на 10000000000000 га", "Завод, -5 га", "Завод 0 га"])
def test_absurd_land_is_not_taken(text):
    assert not read(text).need.land_ha


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text):
    assert read(text).kind in ("project", "consultation", "other")


@given(
    st.lists(
        st.sampled_from(
            [
                *[
                    "газ",
                    "нужен",
                    "не",
                    "без",
                    "ж/д",
                    "5",
                    "га",
                    "мвт",
                    "-",
                    "до",
                    "от",
                    "3,5",
                    "сочи",
                    "кроме",
                    "млн",
                    "руб",
                    "человек",
                    ",",
                    ".",
                    "(",
                    "м²",
                ],
                "\n",
                "m3/h",
                "no",
                "rail",
                "and",
                "1",
                "000",
                "zavod",
                "pfdjl",
                "полтора",
                "тыс",
            ]
        ),
        max_size=60,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_order_of_callers_words_is_read(words):
    need = read(" ".join(words)).need
    for bounds in (need.land_ha, need.building_m2, need.jobs):
        assert bounds.min is None or bounds.max is None or bounds.min <= bounds.max


@pytest.mark.parametrize(
    "text",
    ["газ " * 300_000, "а" * 1_000_000, "5 га " * 200_000, "не " * 300_000, "1 " * 500_000,
     "кроме сочи, " * 90_000, "(((((" * 200_000, "zavod " * 160_000, "qzxw" * 250_000,
     ". " * 500_000],
)  # fmt: skip
def test_a_megabyte_is_read_quickly(text):
    read(CALL)
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 0.5


def test_the_room_imports_no_django():
    code = (
        "import sys; import districts.matching.reading; "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
