"""A letter that was taken back is thrown away; no other is."""

import pytest

from leads.models import Message
from tests.pipeline.letter_cast import written
from tests.world import boris, maria

pytestmark = pytest.mark.django_db


def url(letter):
    return f"/letters/{letter.pk}/discard/"


def test_it_works(client):
    letter = written("held")
    client.force_login(maria())
    answer = client.post(url(letter), follow=True)
    assert not Message.objects.filter(pk=letter.pk).exists()
    assert "Письмо выброшено" in answer.content.decode()


def test_only_his_own(client):
    letter = written("held")
    client.force_login(boris())
    assert client.post(url(letter)).status_code == 403


def test_what_was_not_taken_back_stays(client):
    letter = written("uncertain")
    client.force_login(maria())
    client.post(url(letter))
    assert Message.objects.filter(pk=letter.pk).exists()


def test_it_only_takes_posts(client):
    letter = written("held")
    client.force_login(maria())
    assert client.get(url(letter)).status_code == 405
