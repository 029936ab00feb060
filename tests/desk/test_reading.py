"""The fragment that says what was understood and what fits, while the text is typed."""

import pytest
from django.urls import reverse

from leads.models import Inquiry
from tests.world import make_district, make_park, maria, olga, registry_changed

pytestmark = pytest.mark.django_db
URL = reverse("desk:reading")


@pytest.fixture
def desk(client):
    client.force_login(olga())
    return client


def test_it_works(desk):
    make_district("dinskoy", name_ru="Динской район")
    make_park("yug", area_free_ha=12, name_ru="Парк «Юг»")
    registry_changed()
    answer = desk.post(URL, {"text": "завод соков 5 га, 2 МВт, газ не нужен, под Динской"}).text
    assert "Парк «Юг»" in answer
    assert "Динской район" in answer
    assert "5 " in answer
    assert not Inquiry.objects.exists(), "nothing is stored"


def test_an_investment_in_another_currency_is_no_silent_blank(desk):
    page = desk.post(URL, {"text": "Завод красок, 3 га, инвестиции 20 млн евро"}).text
    assert "20 млн евро" in page
    assert "спросите сумму в рублях" in page


def test_who_may_not(client):
    client.force_login(maria())
    assert client.post(URL, {"text": "завод"}).status_code == 403


@pytest.mark.parametrize(
    "text", ["", "\x00", "я" * 1_000_000, "🏭" * 500, "газ нужен, газ не нужен"]
)
def test_any_typing_is_answered(desk, text):
    assert desk.post(URL, {"text": text}).status_code == 200


def test_what_is_typed_is_never_markup(desk):
    answer = desk.post(URL, {"text": "<script>alert(1)</script> завод 5 га"}).text
    assert "<script>" not in answer


def test_it_costs_the_same_for_any_number_of_places(desk, django_assert_num_queries):
    for key in ("one", "two", "three"):
        make_park(key, area_free_ha=12)
    registry_changed()
    desk.post(URL, {"text": "завод 5 га"})
    with django_assert_num_queries(4):  # session, user, the registry's version, the parks
        desk.post(URL, {"text": "завод 5 га"})
