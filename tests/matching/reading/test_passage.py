"""Sentences and clauses."""

from districts.matching.reading.passage import Passage


def test_it_works():
    passage = Passage.of("нужно 3 га. газ не нужен, ж/д да")
    assert passage.sentence_text(0) == "нужно 3 га."
    assert passage.clause_text(13) == " газ не нужен,"


def test_a_shortened_word_ends_no_sentence():
    text = "цех 500 кв. м, 3 млн. руб"
    assert Passage.of(text).sentence_text(0) == text
