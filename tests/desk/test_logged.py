"""After saving: the number, the match and the first step on the same screen."""

import pytest
from django.urls import reverse

from tests.world import make_inquiry, make_park, maria, olga, registry_changed

pytestmark = pytest.mark.django_db


def url(inquiry):
    return reverse("desk:logged", args=[inquiry.number])


def test_it_works(client):
    make_park("yug", area_free_ha=12, name_ru="Парк «Юг»")
    registry_changed()
    inquiry = make_inquiry()
    client.force_login(olga())
    answer = client.get(url(inquiry)).text
    assert inquiry.number in answer
    assert "Парк «Юг»" in answer
    assert reverse("desk:officer", args=[inquiry.number]) in answer, "asks for the officer"


def test_who_may_not(client):
    inquiry = make_inquiry()
    client.force_login(maria())
    assert client.get(url(inquiry)).status_code == 403


def test_a_missing_number(client):
    client.force_login(olga())
    assert client.get(reverse("desk:logged", args=["INV-2026-999999"])).status_code == 404


def test_a_confidential_one_shows_its_code_name_only(client):
    inquiry = make_inquiry(name="Пётр Тайный")
    type(inquiry).objects.filter(pk=inquiry.pk).update(confidential=True, code_name="Проект Юг")
    client.force_login(olga())
    answer = client.get(url(inquiry)).text
    assert "Проект Юг" in answer
    assert "Тайный" not in answer
