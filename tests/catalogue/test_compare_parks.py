import re

import pytest
from django.test import Client

from tests.districts.places import load_shipped, make_district, make_park

pytestmark = pytest.mark.django_db


def page(client, query):
    response = client.get(f"/parks/compare/?{query}")
    assert response.status_code == 200
    return response.content.decode()


def heads(html):
    return re.findall(r'<th scope="col"><a href="/parks/([^/]+)/">', html)


@pytest.fixture
def five(db):
    district = make_district()
    return [make_park(name, district=district, area_free_ha=n) for n, name in enumerate("abcde", 1)]


def test_it_works(client):
    load_shipped()
    html = page(client, "park=kopanskoy&park=dostoyanie")
    assert heads(html) == ["kopanskoy", "dostoyanie"]
    row = html.split("Общая площадь")[1].split("</tr>")[0]
    assert re.findall(r"<td>([\d,]+)&nbsp;", row) == ["38", "13,3"]
    assert "labinsk.ru, 18.08.2022" in html
    assert "неизвестно" in html.split("Свободный газ")[1].split("</tr>")[0]


def test_english(client, five):
    assert "Comparison of parks" in page(client, "park=a&park=b&lang=en")


def test_figures_that_differ_are_marked_and_unknown_ones_are_not(client, five):
    html = page(client, "park=a&park=b")
    assert "различается" in html.split("Свободная площадь")[1].split("</th>")[0]
    assert "различается" not in html.split("Свободный газ")[1].split("</th>")[0]


@pytest.mark.parametrize("query", ["park=a&park=b&park=zzz", "park=zzz&park=a&park=b&park=a"])
def test_unknown_ids_are_named_and_left_out(client, five, query):
    html = page(client, query)
    assert heads(html) == ["a", "b"]
    assert "Такого парка среди предлагаемых нет: zzz. Он пропущен." in html


def test_what_is_not_offered_is_unknown(client, five):
    make_park("secret", district=five[0].district, offered=False, name_ru="Тайный")
    html = page(client, "park=a&park=b&park=secret")
    assert heads(html) == ["a", "b"]
    assert "Тайный" not in html


def test_at_most_four(client, five):
    html = page(client, "&".join(f"park={park.pk}" for park in five))
    assert heads(html) == ["a", "b", "c", "d"]
    assert "не больше 4" in html


@pytest.mark.parametrize("query", ["", "park=", "park=zzz", "park=a"])
def test_fewer_than_two_are_asked_for_more(client, five, query):
    html = page(client, query)
    assert "Выберите от двух до 4 парков" in html
    assert "/districts/#parks" in html


@pytest.mark.parametrize(
    "odd", ["%00", "%3Cscript%3Ealert(1)%3C/script%3E", "x" * 5000, "%E2%80%AE"]
)
def test_odd_ids_are_no_fault(client, five, odd):
    html = page(client, f"park=a&park=b&park={odd}")
    assert heads(html) == ["a", "b"]
    assert "<script>alert" not in html
    assert "x" * 100 not in html.split("<main")[1].split("</main>")[0]


def test_a_thousand_ids_are_no_fault(client, five):
    assert len(page(client, "&".join(f"park=p{n}" for n in range(1000)))) < 20_000


def test_its_queries_do_not_grow_with_the_parks(five, django_assert_num_queries):
    load_shipped()
    with django_assert_num_queries(5):
        Client().get("/parks/compare/?park=dostoyanie&park=kopanskoy")
    with django_assert_num_queries(5):
        Client().get("/parks/compare/?park=dostoyanie&park=kopanskoy&park=galanovo&park=vb_kuban")


def test_differences_only(client, five):
    html = page(client, "park=a&park=b&only=differences&lang=en")
    assert "Free area" in html
    assert "Free gas" not in html.split("<main")[1]
    assert "Differences only: 1" in html
    assert 'href="?park=a&amp;park=b"' in html, "and back to all"


def test_a_known_figure_beside_an_unknown_one_tells_apart(client, five):
    make_park("f", district=five[0].district, power_free_mw=3)
    html = page(client, "park=a&park=f&only=differences&lang=en").split("<main")[1]
    assert "Free power" in html
    assert "differs" not in html.split("Free power")[1].split("</th>")[0]


def test_no_difference_is_said(client, five):
    twins = [make_park(name, district=five[0].district) for name in ("g", "h")]
    html = page(client, f"park={twins[0].pk}&park={twins[1].pk}&only=differences&lang=en")
    assert "No figure tells these parks apart" in html
