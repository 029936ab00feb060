"""The room's data agrees with itself and with the registry's rows it is given."""

from districts.matching.reading import Lexicon, lexicon


def test_it_works():
    hits = lexicon.default().places.find(["абинск"])
    assert [hit.payload.district for hit in hits] == ["abinsky"]


def test_every_industry_has_strong_terms_in_both_languages():
    strong = {}
    for term in lexicon._terms():
        if term.weight == 3 and term.industry != "none":
            strong.setdefault(term.industry, set()).add(term.text.isascii())
    assert len(strong) == 36
    assert all(languages == {True, False} for languages in strong.values())


def test_every_district_has_sure_names_in_both_languages():
    sure = {}
    for name, place in lexicon._places():
        if place.sure == "yes":
            sure.setdefault(place.district, set()).add(name.isascii())
    assert len(sure) == 44
    assert all(languages == {True, False} for languages in sure.values())


def test_a_name_stands_once():
    names = [name for name, _ in lexicon._places()]
    assert len(names) == len(set(names))


def test_further_names_come_from_the_rows():
    known = Lexicon.of(districts=[("abinsky", ["Дальний хутор"])])
    assert [hit.payload.district for hit in known.places.find(["дальний", "хутор"])] == ["abinsky"]
