"""The link once more: to the address on file alone, and the answer never tells whether."""

import sys

import pytest

from leads.models import Message
from tests.public.visitor import make_web_inquiry

pytestmark = pytest.mark.django_db
URL = "/status/lost/"


def ask(client, number, email):
    return client.post(URL, {"number": number, "email": email})


def test_it_works(client):
    inquiry = make_web_inquiry(email="P@example.com")
    assert ask(client, inquiry.number.lower(), "p@EXAMPLE.com").url == "/status/lost/sent/"
    letter = Message.objects.get(kind="status_link")
    assert letter.to_address == "P@example.com"
    assert inquiry.activities.filter(kind="link_asked").count() == 1


def test_the_answer_is_the_same_either_way(client):
    inquiry = make_web_inquiry()
    given = [
        (inquiry.number, "p@example.com"),
        (inquiry.number, "other@example.com"),
        ("INV-2026-999999", "p@example.com"),
        ("nonsense", "p@example.com"),
    ]
    answers = [ask(client, *one) for one in given]
    assert {(answer.status_code, answer.url, answer.content) for answer in answers} == {
        (302, "/status/lost/sent/", b"")
    }
    assert Message.objects.filter(kind="status_link").count() == 1


def test_asked_again_at_once_it_is_one_letter(client):
    inquiry = make_web_inquiry()
    for _ in range(3):
        ask(client, inquiry.number, "p@example.com")
    assert Message.objects.filter(kind="status_link").count() == 1


def test_one_in_quarantine_gets_no_letter(client):
    inquiry = make_web_inquiry(signs=("trap",))
    ask(client, inquiry.number, "p@example.com")
    assert not Message.objects.exists()


def test_what_is_missing_is_said(client):
    page = ask(client, "", "nobody")
    assert set(page.context["form"].errors) == {"number", "email"}
    assert 'value="nobody"' in page.content.decode()


def test_a_script_is_stopped(client, monkeypatch):
    # The package calls the view by the name of its module.
    module = sys.modules["leads.public.views.lost_link"]
    monkeypatch.setattr(module, "ASKED_AT_MOST", (2, 5))
    codes = [ask(client, "INV-2026-000001", "p@example.com").status_code for _ in range(4)]
    assert codes == [302, 302, 200, 200]
