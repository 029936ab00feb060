"""A question to the investor: on his page, and the inquiry waits for him until that day."""

import pytest
from django.utils import timezone

from leads.models import Question
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import andrey, boris, maria

pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry():
    return make_web_inquiry(route_to=maria())


def url(inquiry):
    return f"/inquiries/{inquiry.number}/question/"


def test_it_works(client, inquiry):
    client.force_login(maria())
    assert client.get(url(inquiry)).status_code == 200
    answer = client.post(url(inquiry), {"text": "Какая мощность?", "until": "через 3 дня"})
    assert answer.status_code == 302, answer.context["form"].errors
    inquiry.refresh_from_db()
    assert inquiry.waiting_on == "investor"
    assert (inquiry.waiting_until - timezone.localdate()).days == 3
    visitor = client.__class__()
    open_status(visitor, inquiry)
    assert "Какая мощность?" in visitor.get("/status/").content.decode()


def test_a_second_question_takes_the_place_of_the_first(client, inquiry):
    client.force_login(maria())
    for text in ("Первый?", "Второй?"):
        client.post(url(inquiry), {"text": text, "until": "завтра"})
    assert Question.objects.get().text == "Второй?"


def test_what_is_missing_is_said(client, inquiry):
    client.force_login(maria())
    page = client.post(url(inquiry), {"text": "", "until": ""})
    assert page.status_code == 422
    assert {"text", "until"} == set(page.context["form"].errors)


@pytest.mark.parametrize("who", [andrey, boris])
def test_those_who_may_not(client, inquiry, who):
    client.force_login(who())
    assert client.post(url(inquiry), {"text": "?", "until": "завтра"}).status_code == 403
