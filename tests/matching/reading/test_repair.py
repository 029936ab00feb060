"""Wrong layouts, Latin letters for Russian and slips."""

import pytest

from districts.matching.reading import lexicon
from districts.matching.reading.repair import Speller, by_sound, is_one_slip, other_layout

speller = Speller(lexicon.default())


def test_it_works():
    assert speller.repair("pfdjl") == "завод"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "[jnbv gjcnhjbnm crkfl 5000 v2 d nb[jhtwrt",
            "хотим построить склад 5000 м2 в тихорецке",
        ),
        ("pfdjl 5 uf ufp yt ye;ty", "завод 5 га газ не нужен"),
        ("цфкурщгыу туфк лкфытщвфк", "warehouse near krasnodar"),
        ("zavod kirpicha 3 ga, gaz nuzhen", "завод кирпича 3 га, газ нужен"),
        ("консевный завод", "консервный завод"),
        ("металоконструкции", "металлоконструкции"),
        ("novorossijsk", "novorossijsk"),
    ],
)
def test_repaired(typed, meant):
    assert speller.repair(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "We need a plot of land for a better premises near Krasnodar territory",
        "ошиблись номером",
        "хотим построить завод, нужны мощности и сырье",
        "PET preforms, HDPE, MDF and OSB boards".lower(),
    ],
)
def test_right_words_stay(text):
    assert speller.repair(text.lower()) == text.lower()


def test_by_sound():
    assert by_sound("zavod shchebnya") == "заводщебня"


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("завд", "завод", True),
        ("завоод", "завод", True),
        ("зовод", "завод", True),
        ("заовд", "завод", True),
        ("завд", "заводы", False),
        ("водза", "завод", False),
    ],
)
def test_one_slip(word, known, expected):
    assert is_one_slip(word, known) is expected


def test_the_same_keys_in_the_other_layout():
    assert other_layout("fuhjcfl") == "агросад"
    assert other_layout("FUHJCFL") == "агросад"
    assert other_layout("штм-2026") == "inv-2026"
    assert other_layout("8 918") == ""
