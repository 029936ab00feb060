"""The fragment that says who calls while the number is typed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.desk.owing import ENDS, RINGS, tell
from tests.world import AT, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db
URL = reverse("desk:caller")


def test_it_works(client):
    known = make_inquiry(phone="+7 918 123-45-67", name="Пётр Иванов", company="Агросад")
    client.force_login(olga())
    answer = client.post(URL, {"phone": "8918-123-45-67"}).text
    assert "Пётр Иванов" in answer
    assert "Агросад" in answer
    assert known.number in answer


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(URL, {"phone": "1"}).status_code == 403
    client.force_login(olga())
    assert client.get(URL).status_code == 405, "a number never stands in a URL"


@pytest.mark.parametrize("phone", ["", "8", "x" * 100_000, "\x00", "+7 918 000-00-00"])
def test_any_typing_is_answered(client, phone):
    client.force_login(olga())
    assert client.post(URL, {"phone": phone}).status_code == 200


def test_a_confidential_inquiry_is_not_told_by_a_number(client):
    secret = make_inquiry(phone="+7 918 123-45-67")
    secret.keep_confidential("Проект Юг", by=maria(), at=secret.opened_at)
    client.force_login(olga())
    answer = client.post(URL, {"phone": "+7 918 123-45-67"}).text
    assert secret.number not in answer
    assert "Проект Юг" not in answer


def test_several_people_of_one_number_cost_the_same(client, django_assert_num_queries):
    for _ in range(4):
        make_inquiry(phone="+7 918 123-45-67")
    client.force_login(olga())
    with django_assert_num_queries(5):  # session, user, contacts, their inquiries, last calls
        client.post(URL, {"phone": "+7 918 123-45-67"})


def test_the_call_that_rings_is_not_in_its_own_history(client):
    tell("1", RINGS, ENDS, at=AT)
    tell("2", RINGS, at=AT + timedelta(minutes=5))
    client.force_login(olga())
    answer = client.post(URL, {"phone": "+7 918 123-45-67"}).text
    assert answer.count("17.11.2026 10:30") == 1
    assert "10:35" not in answer
