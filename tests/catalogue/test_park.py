import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.catalogue.test_district import fact
from tests.districts.places import load_shipped, make_industry, make_park

pytestmark = pytest.mark.django_db


def page(client, pk="meadow", query=""):
    response = client.get(f"/parks/{pk}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def test_it_works(client):
    load_shipped()
    html = page(client, "dostoyanie")
    assert "Индустриальный парк «Достояние»" in html
    assert "13,3" in fact(html, "Общая площадь")
    assert "kommersant.ru, 31.10.2019" in fact(html, "Общая площадь")
    assert "31 октября 2019" in fact(html, "Общая площадь")
    assert "17" in fact(html, "Общая мощность")
    assert fact(html, "Свободная мощность").endswith("неизвестно")
    assert fact(html, "Свободный газ").endswith("неизвестно")
    assert "/districts/kavkazsky/" in html


def test_english(client):
    load_shipped()
    html = page(client, "dostoyanie", "?lang=en")
    assert "Dostoyanie Industrial Park" in html
    assert "31 October 2019" in fact(html, "Total area")
    assert "Food processing, Beverages and wine, Paper, board and packaging" in html


def test_a_district_found_by_elimination_is_said_to_be_inferred(client):
    load_shipped()
    assert "по косвенным данным" in fact(page(client, "krasnodar_park"), "Район")


def test_a_month_is_no_day(client):
    make_park(area_free_ha=3, sources=["S"], as_of="2022-08", state="sourced")
    assert "данные: август 2022" in fact(page(client), "Свободная площадь")


def test_a_hazard_class_means_the_milder_ones_too(client):
    make_park(hazard_class_accepted=3)
    assert "3, 4, 5" in fact(page(client), "Допустимые классы опасности")


def test_industries_are_named(client):
    make_industry("glass", name_ru="Стекло")
    make_park(industries=["glass"])
    assert "Стекло" in fact(page(client), "Отрасли")


def test_the_inquiry_form_gets_the_park(client):
    make_park()
    try:
        form = reverse("public:inquiry")
    except NoReverseMatch:
        assert "?park=" not in page(client)
    else:
        assert f'href="{form}?park=meadow"' in page(client)


def test_what_is_not_offered_has_no_page(client):
    load_shipped()
    assert client.get("/parks/plan2017_abinsky/").status_code == 404
    assert client.get("/parks/taman_ammonia/").status_code == 404
    assert client.get("/parks/nowhere/").status_code == 404


def test_its_queries_do_not_grow_with_the_rows(django_assert_num_queries):
    load_shipped()
    with django_assert_num_queries(5):
        Client().get("/parks/dostoyanie/")
    with django_assert_num_queries(5):
        Client().get("/parks/port_yeysk/")
