"""Answers to the investor: versions with what became of them, and the newest as he reads it."""

import pytest
from django.utils import timezone

from tests.public.test_pack import make
from tests.public.visitor import make_web_inquiry
from tests.world import boris, dina, gleb, make_park, maria, registry_changed, xenia

pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry():
    make_park("yug", area_free_ha=12, name_ru="Парк «Юг»"), registry_changed()
    return make_web_inquiry(route_to=maria())


def url(inquiry):
    return f"/inquiries/{inquiry.number}/answers/"


def test_it_works(client, inquiry):
    make(inquiry)
    client.force_login(maria())
    html = client.get(url(inquiry)).content.decode()
    assert "Парк «Юг»" in html
    assert f"{url(inquiry)}prepare/" in html
    assert f"{url(inquiry)}{inquiry.answer_packs.get().pk}/send/" in html


def test_before_there_is_any(client, inquiry):
    inquiry.answer_packs.all().delete()
    client.force_login(maria())
    assert "Ответ ещё не готовили" in client.get(url(inquiry)).content.decode()


def test_a_masked_inquiry_is_missing(client, inquiry):
    inquiry.keep_confidential("Орех", by=gleb(), at=timezone.now())
    client.force_login(boris())
    assert client.get(url(inquiry)).status_code == 404
    client.force_login(maria())
    assert client.get(url(inquiry)).status_code == 200


@pytest.mark.parametrize("who", [dina, xenia])
def test_those_who_may_not(client, inquiry, who):
    client.force_login(who())
    assert client.get(url(inquiry)).status_code == 403


def test_its_queries_do_not_grow(client, inquiry, django_assert_max_num_queries):
    for _ in range(3):
        make(inquiry, by=gleb())
    client.force_login(maria())
    with django_assert_max_num_queries(7):
        client.get(url(inquiry))
