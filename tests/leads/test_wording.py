"""What letters say: each kind in both languages, short, with one link, and no gap by itself."""

import re

import pytest
from django.utils import translation

from leads import letters, wording
from leads.models import Match, Message
from tests.world import AT, make_inquiry, make_park, maria, registry_changed

pytestmark = pytest.mark.django_db
WRITTEN = ["question", "shortlist", "delay", "result"]
AUTOMATIC = ["received", "officer_named"]
LINK = re.compile(r"https?://\S+")


def chosen(**more):
    """An inquiry with three accepted places and an officer: the longest letters there are."""
    for number in range(3):
        make_park(f"yug-{number}", name_ru=f"Индустриальный парк Юг {number}", area_free_ha=20)
    registry_changed()
    inquiry = make_inquiry(email="p@example.com", route_to=maria(), **more)
    for match in Match.objects.current(inquiry, "park"):
        match.choose(by=maria(), at=AT)
    return inquiry


def sent_text(inquiry, kind, language):
    """The plain text as it goes, with its gaps filled."""
    with translation.override(language):
        facts = wording.facts(inquiry, language) | {"status_url": "https://example.com/status/x/"}
        body = re.sub(r"\[\[.*?\]\]", "четыре слова для пробела", wording.words(kind, facts).body)
        return wording.full_text(body, facts, writer=maria())


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", AUTOMATIC + WRITTEN)
def test_a_letter_is_short_names_its_inquiry_and_has_one_link(kind, language):
    inquiry = chosen(language=language)
    text = sent_text(inquiry, kind, language)
    assert len(text.split()) <= 150
    assert inquiry.number in text
    assert len(LINK.findall(text)) == 1
    assert "\n\n\n" not in text
    assert text.splitlines()[-3] == "Maria"
    assert text.splitlines()[-1] == "+7 861 251 77 64"
    hello = "Здравствуйте, Пётр Иванов!" if language == "ru" else "Hello, Пётр Иванов!"
    assert text.startswith(hello)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", AUTOMATIC + WRITTEN)
def test_nothing_personal_but_the_name(kind, language):
    text = sent_text(chosen(language=language), kind, language)
    for secret in ("p@example.com", "123-45-67", "79181234567", "Агросад", "переработки"):
        assert secret not in text


@pytest.mark.parametrize("kind", AUTOMATIC + WRITTEN)
def test_in_the_readers_language(kind):
    russian, english = (sent_text(chosen(language=one), kind, one) for one in ("ru", "en"))
    assert re.search("[а-я]{5}", russian.split("!")[1])
    assert "inquiry" in english


@pytest.mark.parametrize("kind", AUTOMATIC + WRITTEN)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_subject_begins_with_the_number(kind, language):
    inquiry = chosen(language=language)
    with translation.override(language):
        subject = wording.words(kind, wording.facts(inquiry, language)).subject
    assert subject.startswith(f"{inquiry.number}: ")
    assert "\n" not in subject


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_draft_says_what_a_person_must_fill_in(kind):
    assert wording.gaps(wording.draft(chosen(), kind).body)


def test_a_draft_names_the_accepted_places():
    inquiry = chosen()
    body = wording.draft(inquiry, "shortlist").body
    assert [f"{n}. Индустриальный парк Юг" in body for n in (1, 2, 3)] == [True] * 3
    assert "площадки: отметьте" not in body


def test_a_draft_without_accepted_places_asks_for_them():
    inquiry = make_inquiry(email="p@example.com")
    assert "площадки: отметьте" in wording.gaps(wording.draft(inquiry, "shortlist").body)[0]


def test_a_draft_names_the_promised_day():
    inquiry = make_inquiry(email="p@example.com")
    due = inquiry.follow_ups.get(kind="substantive_reply").due_at
    assert due.strftime("%d").lstrip("0") in wording.draft(inquiry, "question").body
    assert wording.draft(inquiry, "delay").body.count("[[") == 2


def test_gaps_are_named_once_in_order():
    text = "[[дата]] и [[что\nузнать]], снова [[дата]]"
    assert wording.gaps("тема", text) == ["дата", "что узнать"]
    assert wording.gaps("[[]]") == [""]


def test_no_automatic_letter_has_a_gap():
    inquiry = chosen()
    for kind in (*AUTOMATIC, "reminder"):
        known = wording.facts(inquiry, "ru")
        assert wording.gaps(wording.words(kind, known).body) == []


def test_the_preview_is_what_is_sent():
    inquiry = make_inquiry(email="p@example.com")
    words = wording.Words("Тема", "Здравствуйте!\n\nГаз есть.")
    shown = wording.preview(inquiry, words, writer=maria())
    letter = Message.write(
        inquiry, "question", key="k", to="p@example.com", subject=words.subject, body=words.body,
        by=maria(), at=AT,
    )  # fmt: skip
    going = letters.render(letter)
    # But for the secret of the link, which is made as the letter goes.
    assert re.sub(r"/status/[^/\s]+/", "/status/…/", going.body) == shown.text
    assert going.subject == shown.subject
