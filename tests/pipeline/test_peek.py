"""A short look at an inquiry from a list."""

import pytest
from django.utils import timezone

from leads.models import Reading
from tests.world import boris, dina, make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works(client, django_assert_max_num_queries):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(boris())
    with django_assert_max_num_queries(5):
        html = client.get(f"/inquiries/{inquiry.number}/peek/").content.decode()
    for words in ("Агросад", "Цех переработки яблок", "Первый контакт"):
        assert words in html
    assert Reading.objects.get().user == boris()


def test_a_secret_one_shows_no_words(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(boris())
    html = client.get(f"/inquiries/{inquiry.number}/peek/").content.decode()
    assert "Янтарь" in html
    assert "Агросад" not in html
    assert "яблок" not in html


def test_those_who_may_not(client):
    inquiry = make_inquiry()
    client.force_login(dina())
    assert client.get(f"/inquiries/{inquiry.number}/peek/").status_code == 403
