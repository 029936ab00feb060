import re

import pytest
from django.test import Client

from districts.models import CompanyEvidence, District, Figure, Priority, Shipment
from tests.districts.places import load_shipped, make_district, make_industry, make_park

pytestmark = pytest.mark.django_db


def page(client, pk="northern", query=""):
    response = client.get(f"/districts/{pk}/{query}")
    assert response.status_code == 200
    return response.content.decode()


def fact(html, label):
    """The words of one figure of the page, without its markup."""
    for block in html.split('<div class="figure')[1:]:
        if f">{label}</dt>" in block:
            return " ".join(re.sub(r"<[^>]+>", " ", block.split("</div>")[0]).split())
    raise AssertionError(f"no figure “{label}”")


def test_it_works(client):
    load_shipped()
    html = page(client, "abinsky")
    assert "Абинский район" in html
    assert "96,7&nbsp;" in html
    assert "Rosstat" not in fact(html, "Население")
    assert "Росстат, база муниципальных показателей: население" in fact(html, "Население")
    assert "1 января 2024" in fact(html, "Население")
    assert "1 624,1" in fact(html, "Площадь").replace("\xa0", " ")
    assert "Абинский электрометаллургический завод" in html
    assert "/districts/krymsky/" in html


def test_english(client):
    load_shipped()
    html = page(client, "abinsky", "?lang=en")
    assert "Abinsky District" in html
    assert "Rosstat, municipal database: population" in fact(html, "Population")
    assert "1 January 2024" in fact(html, "Population")


def test_blank_is_unknown_and_never_no(client):
    make_district(railway=False)
    html = page(client)
    assert fact(html, "Аэропорт").endswith("неизвестно")
    assert fact(html, "Население").endswith("неизвестно")
    assert " нет" in fact(html, "Железная дорога")


def test_zero_is_an_answer(client):
    make_district(population=0)
    assert " 0 " in fact(page(client), "Население")


def test_unverified_is_labelled(client):
    make_district(railway=True)
    Figure.objects.create(
        place_kind="district", place="northern", field="railway", state="unverified"
    )
    said = fact(page(client), "Железная дорога")
    assert "без источника" in said
    assert "не проверено" in said


def test_inferred_is_labelled(client):
    load_shipped()
    assert "по косвенным данным" in fact(page(client, "abinsky"), "Морской порт")


def test_older_than_a_year_is_stale(client):
    make_district(population=5, area_km2=7, sources=["S"], state="sourced", as_of="2020")
    Figure.objects.create(
        place_kind="district", place="northern", field="area_km2", as_of="2999", state="sourced"
    )
    html = page(client)
    assert "возможно, устарело" in fact(html, "Население")
    assert "устарело" not in fact(html, "Площадь")


def test_a_code_does_not_age(client):
    make_district(population=5, oktmo="03601000", sources=["S"], state="sourced", as_of="2020")
    html = page(client)
    assert "устарело" not in fact(html, "Код ОКТМО")
    assert "устарело" in fact(html, "Население")


def test_an_unknown_date_is_said(client):
    make_district(population=5, sources=["Gazette"], state="sourced")
    assert "Gazette · дата неизвестна" in fact(page(client), "Население")


def test_evidence_names_company_industry_and_source(client):
    district = make_district()
    make_industry("glass", name_ru="Стекло")
    CompanyEvidence.objects.create(
        district=district, company_ru="Завод", industries=["glass", "gone"], stage="existing",
        sources=["Gazette"], as_of="2025", state="sourced",
    )  # fmt: skip
    html = page(client)
    assert "Завод" in html
    assert "Стекло, gone" in html
    assert "основания для выводов, а не утверждённый список" in html


def test_what_officials_said_stands_apart(client):
    Priority.objects.create(
        district=make_district(), industry=make_industry("glass", name_ru="Стекло"),
        basis="official", weight=1, sources=["Gazette"], as_of="2025", state="sourced",
    )  # fmt: skip
    html = page(client)
    assert "Стекло" in html.split("Назвали должностные лица")[1].split("</ul>")[0]


def test_its_parks_are_the_offered_ones(client):
    district = make_district()
    make_park("meadow", district=district)
    make_park("secret", district=district, offered=False)
    html = page(client)
    assert "/parks/meadow/" in html
    assert "secret" not in html


def test_a_foreign_district_is_not_found(client):
    assert client.get("/districts/nowhere/").status_code == 404


def test_a_retired_district_is_not_found(client):
    district = make_district()
    type(district).objects.update(retired_at="2026-01-01T00:00:00Z")
    assert client.get("/districts/northern/").status_code == 404


@pytest.mark.parametrize("pk", ["a%00b", "x" * 500, "%D0%B0", "..%2F"])
def test_odd_addresses_are_not_found(client, pk):
    assert client.get(f"/districts/{pk}/").status_code == 404


def test_its_queries_do_not_grow_with_the_rows(django_assert_num_queries):
    load_shipped()
    with django_assert_num_queries(13):
        Client().get("/districts/krasnodar/")
    krasnodar = District.objects.get(pk="krasnodar")
    for number in range(30):
        make_park(f"p{number}", district=krasnodar)
        Shipment.objects.create(district=krasnodar, year=1990 + number, bn_rub=1, sources=["S77"])
        CompanyEvidence.objects.create(
            district=krasnodar, company_ru=f"Завод {number}", stage="planned", sources=["S10"]
        )
    with django_assert_num_queries(13):
        Client().get("/districts/krasnodar/")


def reasons_of(html):
    told = html.split('class="reasons"')[1].split("</ul>")[0] if 'class="reasons"' in html else ""
    return [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in told.split("<li")[1:]]


def test_three_facts_speak_for_it_with_their_sources(client):
    load_shipped()
    found = reasons_of(page(client, "krasnodar", "?lang=en"))
    assert len(found) == 3
    assert "67.1 bn roubles of goods shipped in 2023: place 2 of 10 published" in " ".join(found)
    assert all("as of" in one for one in found), found


def test_what_is_unknown_or_of_the_lower_half_is_no_reason(client):
    make_district(population=10)
    for number in range(3):
        make_district(f"d{number}", population=1000 + number)
    assert reasons_of(page(client)) == []
    (one,) = reasons_of(page(client, "d2", "?lang=en"))
    assert "1 002 residents: place 1 of 4" in one


def test_the_roomiest_park_comes_first(client):
    make_park(area_free_ha=5), make_park("small", area_free_ha=2), make_park("mute")
    (one,) = reasons_of(page(client, query="?lang=en"))
    assert "5 ha of free land in one site: Park meadow" in one
