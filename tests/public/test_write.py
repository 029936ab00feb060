"""A message of the investor: kept in the history, his officer woken, a closed inquiry reopened."""

import pytest
from django.utils import timezone

from leads.models import Notification
from leads.public import visitor
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db
URL = "/status/write/"
TEXT = "Добавьте, пожалуйста, железную дорогу"


@pytest.fixture
def inquiry(client):
    found = make_web_inquiry(route_to=maria())
    open_status(client, found)
    return found


def test_it_works(client, inquiry):
    assert client.post(URL, {"text": TEXT}).url == "/status/"
    said = inquiry.activities.get(kind="investor_wrote")
    assert said.data["text"] == TEXT
    inquiry.refresh_from_db()
    assert inquiry.contacted_at == said.at, "rot is counted from his word"
    notice = Notification.objects.get(kind="investor_wrote")
    assert (notice.user, notice.inquiry) == (maria(), inquiry)
    assert "Сообщение у нас" in client.get("/status/").content.decode()


def test_an_answer_is_promised_once_however_often_he_writes(client, inquiry):
    for _ in range(3):
        client.post(URL, {"text": TEXT})
    assert inquiry.follow_ups.filter(subject="Ответить инвестору").count() == 1
    assert inquiry.activities.filter(kind="investor_wrote").count() == 3


def test_nothing_written_is_said_and_nothing_is_kept(client, inquiry):
    page = client.post(URL, {"text": "  "})
    assert page.status_code == 422
    assert "Напишите сообщение" in page.content.decode()
    assert not inquiry.activities.filter(kind="investor_wrote").exists()


def test_too_long_a_message_is_shown_again(client, inquiry):
    page = client.post(URL, {"text": "д" * 5001})
    assert page.status_code == 422
    assert "д" * 5001 in page.content.decode()


def test_a_lost_inquiry_is_opened_again(client, inquiry):
    inquiry.advance(to="lost", by=gleb(), at=timezone.now(), lost_reason="no_answer")
    client.post(URL, {"text": TEXT})
    inquiry.refresh_from_db()
    assert inquiry.stage == "qualified"
    assert inquiry.next_due_at is not None


def test_a_won_one_stays_and_the_officer_is_told(client, inquiry):
    inquiry.advance(to="won", by=gleb(), at=timezone.now())
    client.post(URL, {"text": TEXT})
    inquiry.refresh_from_db()
    assert inquiry.stage == "won"
    assert Notification.objects.filter(user=maria(), kind="investor_wrote").count() == 1


def test_without_an_officer_the_head_is_told(client):
    head = gleb()
    open_status(client, make_web_inquiry())
    client.post(URL, {"text": TEXT})
    assert Notification.objects.get(kind="investor_wrote").user == head


def test_too_much_at_once_is_refused_and_the_words_stay(client, inquiry, monkeypatch):
    monkeypatch.setattr(visitor, "ACTS_AT_MOST", (1, 10))
    client.post(URL, {"text": TEXT})
    page = client.post(URL, {"text": f"{TEXT}!"})
    assert page.status_code == 422
    assert f"{TEXT}!" in page.content.decode()
    assert inquiry.activities.filter(kind="investor_wrote").count() == 1


def test_a_stranger_is_refused(client):
    assert client.post(URL, {"text": TEXT}).status_code == 404


def test_it_is_only_posted(client, inquiry):
    assert client.get(URL).status_code == 405
