"""A letter that did not arrive goes again, to its address or to another, under its Message-ID."""

import pytest

from leads.models import Message
from tests.pipeline.letter_cast import written
from tests.world import AT, boris, gleb, maria, olga

pytestmark = pytest.mark.django_db


def url(letter):
    return f"/letters/{letter.pk}/resend/"


@pytest.mark.parametrize("state", ["failed", "uncertain"])
def test_it_works(client, state):
    letter = written(state)
    client.force_login(maria())
    assert client.get(url(letter)).context["form"]["to"].value() == "p@example.com"
    answer = client.post(url(letter), {"to": "other@example.com"}, follow=True)
    assert "Отправим ещё раз в течение минуты" in answer.content.decode()
    again = Message.objects.get(pk=letter.pk)
    assert (again.state, again.to_address) == ("planned", "other@example.com")
    assert again.message_id == letter.message_id
    assert again.inquiry.contact.last_address() == "other@example.com"


def test_the_inquiry_says_what_did_not_arrive(client):
    letter = written("failed", last_error="550 no such box")
    client.force_login(maria())
    html = client.get(letter.inquiry.get_absolute_url()).content.decode()
    assert "Письмо «Вопрос» не дошло до инвестора." in html
    assert "550 no such box" in html
    assert html.count(f'href="{url(letter)}"') == 2
    client.force_login(olga())
    html = client.get(letter.inquiry.get_absolute_url()).content.decode()
    assert url(letter) not in html


def test_a_secret_shows_neither_the_cause_nor_the_address(client):
    letter = written("failed", last_error="550 <p@example.com> no such box")
    letter.inquiry.keep_confidential("Янтарь", by=gleb(), at=AT)
    client.force_login(olga())
    html = client.get(letter.inquiry.get_absolute_url()).content.decode()
    assert "не дошло до инвестора" in html
    for secret in ("p@example.com", "550", "Какая мощность"):
        assert secret not in html


def test_a_wrong_address_is_said(client):
    letter = written("failed")
    client.force_login(maria())
    answer = client.post(url(letter), {"to": "ivanov"})
    assert answer.status_code == 422
    assert "Проверьте адрес" in answer.content.decode()
    assert Message.objects.get(pk=letter.pk).state == "failed"


def test_only_his_own(client):
    letter = written("failed")
    client.force_login(boris())
    assert client.get(url(letter)).status_code == 403


def test_what_is_settled_stays(client):
    letter = written("sent", sent_at=AT)
    client.force_login(maria())
    client.post(url(letter), {"to": "other@example.com"})
    assert Message.objects.get(pk=letter.pk).to_address == "p@example.com"
