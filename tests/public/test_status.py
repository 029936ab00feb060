"""The investor's own page: where it stands, what comes next and by when, and nothing of ours."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Inquiry, Question
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb, make_district, make_user, maria

pytestmark = pytest.mark.django_db


def page_of(client, inquiry, language="en"):
    open_status(client, inquiry)
    return client.get(f"/status/?lang={language}")


def test_it_works(client):
    user = maria()
    user.officer.phone = "+7 861 000-11-22"
    user.officer.save()
    inquiry = make_web_inquiry(route_to=user)
    page = page_of(client, inquiry)
    html = page.content.decode()
    assert inquiry.number in html
    assert "We are reading your inquiry" in html
    assert "Next: we contact you, by" in html
    assert "Maria" in html
    assert "+7 861 000-11-22" in html
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    # Not no-referrer: browsers would send its forms with `Origin: null`, which CSRF refuses.
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in page.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in html


def test_nothing_of_ours_and_nothing_personal_is_shown(client):
    inquiry = make_web_inquiry(
        route_to=maria(), name="Пётр Тайный", company="Секрет-Агро", phone="+7 918 765-43-21"
    )
    inquiry.note("жадный клиент", by=gleb(), at=timezone.now())
    html = page_of(client, inquiry).content.decode()
    for words in ("Тайный", "Секрет-Агро", "765", "p@example.com", "жадный", "maria@"):
        assert words not in html, words


def test_before_there_is_an_officer(client):
    html = page_of(client, make_web_inquiry()).content.decode()
    assert "We have your inquiry" in html
    assert "+7 861 251 77 64" in html


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        ("qualified", "We are clearing up the details"),
        ("matching", "We are looking for sites"),
        ("proposal", "You have our proposal"),
        ("visit", "We are preparing the visit to the site"),
        ("agreement", "We are preparing the agreement"),
        ("won", "Your project is under way"),
    ],
)
def test_each_stage_in_plain_words_and_with_a_date(client, stage, words):
    inquiry = make_web_inquiry(route_to=maria())
    inquiry.advance(to=stage, by=gleb(), at=timezone.now())
    html = page_of(client, inquiry).content.decode()
    assert words in html
    assert ("Next: " in html) == (stage != "won")


def test_when_we_are_late_it_says_so(client):
    inquiry = make_web_inquiry(route_to=maria())
    inquiry.follow_ups.update(due_at=timezone.now() - timedelta(days=2))
    assert "We are late: we contact you" in page_of(client, inquiry).content.decode()


def test_what_we_need_from_him_stands_first(client):
    inquiry = make_web_inquiry(route_to=maria())
    until = timezone.localdate() + timedelta(days=3)
    Question.ask(inquiry, "Какая мощность, МВт?", until=until, by=gleb(), at=timezone.now())
    html = page_of(client, inquiry).content.decode()
    assert "Какая мощность, МВт?" in html
    assert f"Next: your answer, by {until.day}" in html


def test_in_quarantine_it_looks_like_any_other(client):
    inquiry = make_web_inquiry(signs=("trap",))
    html = page_of(client, inquiry).content.decode()
    assert "We have your inquiry" in html
    assert "Next: we contact you, by" in html
    assert "uarantine" not in html


def test_an_erased_one_is_refused(client):
    inquiry = make_web_inquiry()
    open_status(client, inquiry)
    Inquiry.objects.update(disposition="erased")
    assert client.get("/status/").status_code == 404


def test_another_visitor_is_refused(client):
    make_web_inquiry()
    assert client.get("/status/").status_code == 404


def test_hostile_names_are_only_text(client):
    boss = make_user("boss", "manager", first_name="<script>alert(1)</script>")
    inquiry = make_web_inquiry(route_to=boss)
    make_district()
    html = page_of(client, inquiry).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_its_queries_are_counted(client, django_assert_num_queries):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    client.get("/status/")
    with django_assert_num_queries(7):
        client.get("/status/")
