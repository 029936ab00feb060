"""One letter and its state, asked for anew while it is on its way."""

import pytest

from leads.models import Message
from tests.pipeline.letter_cast import written
from tests.world import AT, andrey, boris, dina, gleb, maria, olga, xenia

pytestmark = pytest.mark.django_db


def url(letter):
    return f"/letters/{letter.pk}/"


def test_it_works(client):
    letter = written()
    client.force_login(maria())
    html = client.get(url(letter)).content.decode()
    assert f'hx-get="{url(letter)}"' in html
    assert f'action="/letters/{letter.pk}/withdraw/"' in html
    assert "Какая мощность, МВт?" in html


@pytest.mark.parametrize("state", ["sent", "uncertain", "failed", "held"])
def test_what_stands_still_asks_no_more(client, state):
    letter = written(state, sent_at=AT if state == "sent" else None)
    client.force_login(maria())
    html = client.get(url(letter)).content.decode()
    assert "hx-get" not in html
    assert letter.get_state_display() in html


@pytest.mark.parametrize("who", [olga, andrey, boris])
def test_readers_may_not_touch_it(client, who):
    letter = written()
    client.force_login(who())
    html = client.get(url(letter)).content.decode()
    assert "<form" not in html


@pytest.mark.parametrize("who", [dina, xenia])
def test_those_who_may_not(client, who):
    letter = written()
    client.force_login(who())
    assert client.get(url(letter)).status_code == 403


def test_a_secret_is_kept(client):
    letter = written()
    letter.inquiry.keep_confidential("Янтарь", by=gleb(), at=AT)
    client.force_login(olga())
    html = client.get(url(letter)).content.decode()
    for secret in ("p@example.com", "Какая мощность", "Мощность"):
        assert secret not in html


def test_letters_to_staff_are_missing(client):
    letter = written()
    Message.objects.filter(pk=letter.pk).update(kind="reminder")
    client.force_login(maria())
    assert client.get(url(letter)).status_code == 404
