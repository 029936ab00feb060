"""The answer to a question: kept once, and nobody waits for the investor after it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Question
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb, maria

pytestmark = pytest.mark.django_db
URL = "/status/answer/"


@pytest.fixture
def question(client):
    inquiry = make_web_inquiry(route_to=maria())
    open_status(client, inquiry)
    until = timezone.localdate() + timedelta(days=3)
    return Question.ask(inquiry, "Какая мощность?", until=until, by=gleb(), at=timezone.now())


def test_it_works(client, question):
    assert client.post(URL, {"answer": "2 МВт"}).url == "/status/"
    question.refresh_from_db()
    assert question.answer == "2 МВт"
    inquiry = question.inquiry
    inquiry.refresh_from_db()
    assert (inquiry.waiting_on, inquiry.waiting_until) == ("nobody", None)
    said = inquiry.activities.get(kind="question_answered")
    assert said.data == {"text": "2 МВт", "question": question.pk}
    assert "Какая мощность?" not in client.get("/status/").content.decode()


def test_a_second_answer_is_a_message(client, question):
    client.post(URL, {"answer": "2 МВт"})
    client.post(URL, {"answer": "нет, 3 МВт"})
    question.refresh_from_db()
    assert question.answer == "2 МВт"
    assert question.inquiry.activities.get(kind="investor_wrote").data["text"] == "нет, 3 МВт"


def test_an_empty_answer_is_asked_for(client, question):
    page = client.post(URL, {"answer": ""})
    assert page.status_code == 422
    assert "Напишите ответ" in page.content.decode()


def test_a_stranger_is_refused(client):
    assert client.post(URL, {"answer": "2"}).status_code == 404
