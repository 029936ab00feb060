"""From words and choices to figures, from corrected figures to what is handed over."""

import pytest

from districts.matching.need import Bounds, Need
from leads.public.understanding import confirmed, corrections, kind_of, understand

PROJECT = {"text": "", "industry": "unsure", "capex": "", "district": ""}


def understood(**answers):
    return understand(PROJECT | answers, None)


def corrected(found, **changes):
    need = found.need
    plain = ("power_mw", "gas_m3h", "water_m3d", "capex_mln_rub", "gas", "rail", "port")
    answers = {name: getattr(need, name) for name in (*plain, "hazard_class")}
    for name in ("land_ha", "jobs"):
        bounds = getattr(need, name)
        answers |= {f"{name}_min": bounds.min, f"{name}_max": bounds.max}
    answers |= {
        "industries": [guess.code for guess in need.industries],
        "districts_wanted": list(need.districts_wanted),
        "districts_excluded": list(need.districts_excluded),
        "also": ["highway", "airport", "building_m2", "sewage_m3d", "kinds", "start_year"],
    }
    return confirmed(found, answers | changes)


def test_it_works():
    found = understood(text="Цех, 5 га, 2 МВт, газ, трасса рядом")
    assert (found.need.land_ha, found.need.power_mw, found.need.gas) == (Bounds(5, 5), 2, True)
    need = corrected(found, power_mw=3.0)
    kept = corrections(found, need)
    assert need.power_mw == 3
    assert kept["evidence"]["power_mw"]
    assert kept["changed"] == {"power_mw": [2, 3]}
    assert kind_of(found, need) == "project"


def test_a_choice_counts_more_than_words():
    found = understood(
        text="Молочный завод в Абинском районе", industry="textile", district="krymsky"
    )
    assert [guess.code for guess in found.need.industries] == ["textile"]
    assert found.need.districts_wanted[0] == "krymsky"


@pytest.mark.parametrize(
    ("band", "text", "capex"),
    [
        ("to_50", "Цех", None),
        ("to_250", "Цех", 50),
        ("over_5000", "Цех", 5000),
        ("unsure", "Цех", None),
        ("to_50", "Цех, 300 млн руб", 300),
    ],
)
def test_a_band_says_its_lower_bound_unless_the_words_say_more(band, text, capex):
    assert understood(text=text, capex=band).need.capex_mln_rub == capex


def test_what_stays_unticked_is_not_asked_for():
    found = understood(text="Цех, 5 га, трасса рядом")
    assert found.need.highway is True
    assert corrected(found, also=[]).highway is None


def test_a_question_stays_a_question():
    found = understood(text="Какие налоговые льготы действуют в крае?")
    assert corrected(found) == Need()
    assert kind_of(found, Need()) == "consultation"
