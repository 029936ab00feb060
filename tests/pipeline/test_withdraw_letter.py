"""Undo of a letter: it does not go, and its words are back in the form."""

import pytest

from leads.models import Message
from tests.pipeline.letter_cast import written
from tests.world import AT, boris, gleb, maria, olga

pytestmark = pytest.mark.django_db


def url(letter):
    return f"/letters/{letter.pk}/withdraw/"


def test_it_works(client):
    letter = written()
    client.force_login(maria())
    answer = client.post(url(letter), follow=True)
    letter.refresh_from_db()
    assert letter.state == "held"
    assert answer.context["form"]["body"].value() == "Какая мощность, МВт?"
    assert "Письмо не ушло" in answer.content.decode()


@pytest.mark.parametrize(("who", "status"), [(boris, 403), (olga, 403), (gleb, 302)])
def test_only_his_own_or_the_heads(client, who, status):
    letter = written()
    client.force_login(who())
    assert client.post(url(letter)).status_code == status


def test_too_late(client):
    letter = written("sent", sent_at=AT)
    client.force_login(maria())
    answer = client.post(url(letter), follow=True)
    assert "Поздно: письмо уже ушло." in answer.content.decode()
    assert Message.objects.get(pk=letter.pk).state == "sent"


def test_missing(client):
    client.force_login(maria())
    assert client.post("/letters/999999/withdraw/").status_code == 404


def test_it_only_takes_posts(client):
    letter = written()
    client.force_login(maria())
    assert client.get(url(letter)).status_code == 405
