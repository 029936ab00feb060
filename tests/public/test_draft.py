"""The draft: what is kept, what is forgotten, what a sealed page may bring back."""

from django.http import QueryDict

from leads.public.draft import KEPT_AT_MOST, Draft, last_sent


def test_it_works():
    session, draft = {}, Draft()
    draft.take("project", QueryDict("text=Цех&csrfmiddlewaretoken=x&switch=en"))
    draft.remember(session)
    again = Draft.of(session)
    assert again.key == draft.key
    assert dict(again.data("project").lists()) == {"text": ["Цех"]}


def test_a_seal_brings_everything_back():
    draft = Draft()
    draft.take("check", QueryDict("industries=a&industries=b"))
    assert Draft.unsealed(draft.sealed()).answers == draft.answers


def test_a_broken_seal_brings_nothing():
    assert Draft.unsealed("") is None
    assert Draft.unsealed(Draft().sealed()[:-3] + "abc") is None


def test_corrections_go_with_the_words_they_correct():
    draft = Draft()
    draft.take("project", QueryDict("text=a"))
    draft.take("check", QueryDict("power_mw=1"))
    draft.take("project", QueryDict("text=a"))
    assert draft.data("check")
    draft.take("project", QueryDict("text=b"))
    assert not draft.data("check")


def test_a_megabyte_is_not_carried_along():
    draft = Draft()
    draft.take("project", QueryDict("text=a"))
    too_long = QueryDict(mutable=True)
    too_long["text"] = "я" * (KEPT_AT_MOST + 1)
    draft.take("project", too_long)
    assert draft.data("project").get("text") == "a"


def test_finishing_forgets_the_draft_that_was_sent_and_no_other():
    session, sent, next_one = {}, Draft(), Draft()
    sent.remember(session)
    sent.finish(session)
    assert last_sent(session) == sent.key
    next_one.remember(session)
    sent.finish(session)
    assert Draft.of(session).key == next_one.key


def test_nothing_sent_yet():
    assert last_sent({}) is None
