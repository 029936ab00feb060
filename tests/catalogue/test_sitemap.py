"""sitemap.xml: every public page that stands by itself, in both languages; each of them opens."""

import re
from xml.etree import ElementTree

import pytest

from tests.districts.places import load_shipped, make_district, make_park

pytestmark = pytest.mark.django_db
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def pages(client):
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    return [one.text for one in ElementTree.fromstring(response.content).iter(f"{SPACE}loc")]


def test_it_works(client, settings):
    settings.BASE_URL = "https://invest.example"
    load_shipped()
    listed = pages(client)
    assert len(listed) == len(set(listed)) == 2 * (1 + 1 + 44 + 33)
    assert "https://invest.example/districts/abinsky/?lang=en" in listed
    assert not any("plan2017" in page for page in listed), "never offered"


def test_each_page_of_it_opens_and_names_itself(client, settings):
    make_park()
    for page in pages(client):
        path = page.removeprefix(settings.BASE_URL)
        html = client.get(path).content.decode()
        assert f'<link rel="canonical" href="{page}">' in html
        named = re.findall(r'hreflang="(ru|en|x-default)" href="([^"]+)"', html)
        assert [code for code, _ in named] == ["ru", "en", "x-default"]


def test_what_was_typed_is_no_address_of_its_own(client):
    make_district()
    html = client.get("/districts/?land_ha=5&lang=en").content.decode()
    assert re.search(r'canonical" href="[^"]*/districts/\?lang=en"', html)


def test_it_costs_two_queries(client, django_assert_num_queries):
    for number in range(5):
        make_park(f"p{number}", district=make_district(f"d{number}"))
    with django_assert_num_queries(2):
        client.get("/sitemap.xml")


def test_nobody_may_post(client):
    assert client.post("/sitemap.xml").status_code == 405
