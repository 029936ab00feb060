"""Mails of no inquiry, for the head; and how a mail stands on its inquiry."""

import pytest

from tests.pipeline.mail_cast import taken
from tests.world import AT, andrey, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/mails/"


def test_it_works(client):
    mail = taken("newsletter")
    taken("no_sender")
    client.force_login(gleb())
    html = client.get(URL).content.decode()
    assert "Buy." in html
    assert "news@example.com" in html
    assert "Who am I?" in html
    assert f'action="{URL}{mail.pk}/take/"' in html


@pytest.mark.parametrize("who", [olga, maria, andrey, dina, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_a_mail_with_its_inquiry_is_not_here(client):
    taken("html_only")
    client.force_login(gleb())
    assert "Таких писем нет" in client.get(URL).content.decode()


def test_it_is_found_from_what_was_set_aside(client):
    client.force_login(gleb())
    assert f'href="{URL}"' in client.get("/pipeline/set-aside/").content.decode()


def test_on_its_inquiry_the_words_stand_in_the_history(client):
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    taken("koi8_reply", inquiry)
    client.force_login(maria())
    html = client.get(inquiry.get_absolute_url()).content.decode()
    for words in (
        "Инвестор написал",
        "Нужно 2 МВт.",
        "Re: мощность",
        "Ответить на письмо инвестора",
    ):
        assert words in html
    assert html.index("На что отвечал") < html.index("Какая мощность?"), "what he quoted is folded"


def test_a_secret_keeps_the_words_too(client):
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    taken("koi8_reply", inquiry), taken("auto_reply", inquiry)
    inquiry.keep_confidential("Янтарь", by=gleb(), at=AT)
    client.force_login(olga())
    html = client.get(inquiry.get_absolute_url()).content.decode()
    assert "Инвестор написал" in html
    for secret in ("Нужно 2 МВт", "мощность", "p@example.com", "отпуске"):
        assert secret not in html


def test_an_automatic_answer_is_folded_beside_the_letters(client):
    inquiry = make_inquiry(email="p@example.com", route_to=maria())
    taken("auto_reply", inquiry)
    client.force_login(maria())
    html = client.get(inquiry.get_absolute_url()).content.decode()
    assert "Автоматический ответ" in html
    assert "Инвестор написал" not in html


def test_words_are_never_markup(client):
    inquiry = taken("attachments").inquiry
    client.force_login(gleb())
    html = client.get(inquiry.get_absolute_url()).content.decode()
    assert "bill.pdf" in html
    assert "<svg onload" not in html


def test_it_costs_the_same_whatever_the_rows(client, django_assert_num_queries):
    client.force_login(gleb())
    client.get(URL)
    for rows in (1, 3):
        for _ in range(rows):
            taken("newsletter", anew=True)
            taken("list", anew=True)
        with django_assert_num_queries(3):
            client.get(URL)
