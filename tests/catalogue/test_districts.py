import re
from decimal import Decimal

import pytest
from django.test import Client

from districts.land import current_land
from districts.models import Shipment
from tests.districts.places import load_shipped, make_district, make_park, shipped

pytestmark = pytest.mark.django_db


def page(client, address="/districts/"):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_it_works(client):
    """The ten of the agency's news, in its order, each with its figure, source and date."""
    load_shipped()
    html = page(client)
    rows = re.findall(r'<th scope="row"><a href="/districts/([^/]+)/">.*?</tr>', html, re.DOTALL)
    told = sorted(shipped("shipments"), key=lambda row: -Decimal(row["bn_rub"]))
    assert rows[:10] == [row["district"] for row in told]
    table = html.split("</table>")[0]
    for row in told:
        assert re.search(rf">{row['bn_rub'].replace('.', ',')}<", table), row
    assert table.count("https://dinskayainvest.ru/en/news/") == 10
    assert table.count("данные: 2023") == 10


def test_english(client):
    load_shipped()
    html = page(client, "/districts/?lang=en")
    assert "Abinsky District shipped most in 2023: 96.7 bn roubles" in html
    assert "Abinsky District" in html
    assert "as of 2023" in html


def test_bars_are_drawn_on_one_scale_from_zero(client):
    for name, figure in (("a", "80"), ("b", "20")):
        Shipment.objects.create(district=make_district(name), year=2023, bn_rub=figure)
    html = page(client)
    assert re.findall(r'<rect x="0" y="0" width="([\d.]+)"', html) == ["100.00", "25.00"]
    assert "style=" not in html.split("<main")[1].split("</main>")[0]


def test_another_year_may_be_asked_for(client):
    load_shipped()
    Shipment.objects.create(district_id="sochi", year=2024, bn_rub="3.5")
    assert "/districts/abinsky/" not in page(client).split("</table>")[0]
    assert "?year=2023" in page(client)
    assert "/districts/abinsky/" in page(client, "/districts/?year=2023").split("</table>")[0]
    for odd in ("1999", "x", "%00", "20230000000000000000"):
        assert "3,5" in page(client, f"/districts/?year={odd}").split("</table>")[0]


def test_the_others_are_listed_and_said_to_be_unknown(client):
    load_shipped()
    others = page(client).split('id="others"')[1].split("</section>")[0]
    assert others.count("<li ") == 34
    assert "неизвестно" in others
    assert "/districts/sochi/" in others


def test_only_offered_parks_are_listed(client):
    load_shipped()
    html = page(client)
    assert "/parks/dostoyanie/" in html
    assert "plan2017" not in html
    assert "/parks/taman_ammonia/" not in html


def test_no_figures_yet(client):
    make_district()
    html = page(client)
    assert "Данных об отгрузке пока нет" in html
    assert "/districts/northern/" in html


def test_an_empty_registry_is_no_fault(client):
    assert "Сейчас нет предлагаемых площадок" in page(client)


def test_names_are_never_markup(client):
    make_park(name_ru="<script>alert(1)</script>")
    assert "<script>alert" not in page(client)


def test_anyone_may_read_and_nobody_may_post(client):
    assert client.get("/districts/").status_code == 200
    assert client.post("/districts/").status_code == 405


def test_no_session_is_begun(client):
    response = client.get("/districts/")
    assert "sessionid" not in response.cookies


def test_its_queries_do_not_grow_with_the_rows(django_assert_num_queries):
    load_shipped()
    current_land()
    with django_assert_num_queries(9):
        Client().get("/districts/")
    for number in range(30):
        district = make_district(f"d{number}")
        make_park(f"p{number}", district=district)
        Shipment.objects.create(district=district, year=2023, bn_rub=number, sources=["S77"])
    with django_assert_num_queries(9):
        Client().get("/districts/")
