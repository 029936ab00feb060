"""The start page: what it is, how it goes on, and facts of our own registry."""

from decimal import Decimal

import pytest

from districts.models import Shipment, Source
from tests.world import make_district, make_park

pytestmark = pytest.mark.django_db


@pytest.fixture
def _registry():
    Source.objects.create(id="S1", title="News", title_ru="Новость", address="https://example.com/")
    places = {
        "abinsky": ("Абинский", "96.7", 44.87, 38.16),
        "dinskaya": ("Динской", "9.6", 45.2, 39),
    }
    for key, (name, shipped, lat, lon) in places.items():
        district = make_district(
            key, name_ru=name, name_en=key.title(), lat=Decimal(str(lat)), lon=Decimal(str(lon))
        )
        Shipment.objects.create(
            district=district, year=2023, bn_rub=Decimal(shipped), sources=["S1"], as_of="2023"
        )
    make_park("known", "abinsky", area_free_ha=5)
    make_park("blank", "dinskaya")
    make_park("gone", "dinskaya", stage="closed")


@pytest.mark.usefixtures("_registry")
def test_it_works(client):
    page = client.get("/")
    content = page.content.decode()
    assert page.status_code == 200
    for words in ("2 минуты, регистрация не нужна", "+7 861 251 77 64", "96,7", "1 из 2"):
        assert words in content
    for address in ("/inquiry/", "/districts/", "/districts/abinsky/", "https://example.com/"):
        assert f'href="{address}"' in content


@pytest.mark.usefixtures("_registry")
def test_in_english(client):
    content = client.get("/?lang=en").content.decode()
    assert "no account needed" in content
    assert "Abinsky" in content
    assert "регистрация" not in content


@pytest.mark.usefixtures("_registry")
def test_the_plate_draws_what_is_known(client):
    plate = client.get("/").context["plate"]
    spots = {spot.name: spot for spot in plate.spots}
    assert spots["Абинский"].radius > spots["Динской"].radius > 0
    assert spots["Абинский"].x < spots["Динской"].x
    assert spots["Абинский"].y > spots["Динской"].y


def test_an_empty_registry_shows_no_facts(client):
    page = client.get("/")
    assert page.context["facts"] is None
    assert page.context["plate"] is None
    assert "Из нашего реестра" not in page.content.decode()


@pytest.mark.usefixtures("_registry")
def test_a_stranger_costs_no_session(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        page = client.get("/")
    assert "sessionid" not in page.cookies


def test_nothing_is_posted_here(client):
    assert client.post("/").status_code == 405
