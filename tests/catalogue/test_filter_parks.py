"""The parks of the list, sifted by what a visitor asks: three groups, with the reasons."""

import re

import pytest
from django.test import Client
from django.utils.html import escape

from districts.land import current_land
from districts.models import Park, Shipment
from tests.districts.places import load_shipped, make_district, make_industry, make_park
from tests.world import registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def parks():
    """A strong park, a weak one and one of which nothing is known, in two districts."""
    north = make_district("northern", sea_port=True, railway=True)
    south = make_district("southern", sea_port=False, railway=False)
    for code in ("glass", "wine"):
        make_industry(code, name_ru=f"Отрасль {code}", name_en=code.title())
    strong = {"area_free_ha": 40, "power_free_mw": 10, "gas_free_m3h": 500}
    weak = {"area_free_ha": 4, "power_free_mw": 2, "gas_free_m3h": 0}
    places = {"rail": "own", "hazard_class_accepted": 3, "industries": ["glass"]}
    make_park("strong", district=north, stage="operating", **strong, **places)
    places = {"rail": "none", "hazard_class_accepted": 5, "industries": ["wine"]}
    make_park("weak", district=south, stage="operating", **weak, **places)
    make_park("silent", district=south)
    registry_changed()


def section(query="", lang="en"):
    response = Client().get(f"/districts/?lang={lang}&{query}")
    assert response.status_code == 200
    return response.content.decode().split('id="parks"')[1].split("</section>")[0]


def ids(html):
    return re.findall(r'<th scope="row"><a href="/parks/([^/]+)/">', html)


def groups(query):
    """Ids of the parks that fit, that may fit, and that do not."""
    shown, _, refused = section(query).partition("<details>")
    fits, _, perhaps = shown.partition("May fit, not confirmed")
    return ids(fits), ids(perhaps), ids(refused)


def reasons(query, park):
    """What is said of one park, as plain text."""
    row = section(query).split(f'href="/parks/{park}/"')[1].split("</tr>")[0]
    told = row.split('class="why"')[1].split("<a")[0].split("</td>")[0].partition(">")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", told).replace("&nbsp;", " ").split())


def test_it_works(parks):
    query = "land=5&power=2.5&gas=on"
    assert groups(query) == (["strong"], ["silent"], ["weak"])
    assert reasons(query, "strong") == "fits: Land (40 ha) · Power (10 MW) · Gas (500 m³/h)"
    assert reasons(query, "silent") == "not confirmed: Land · Power · Gas"
    assert reasons(query, "weak") == (
        "does not fit: Land (asked: 5 ha, offered: 4 ha, short by 1 ha)"
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("land=5", (["strong"], ["silent"], ["weak"])),
        ("power=2", (["strong", "weak"], ["silent"], [])),
        ("gas=on", (["strong"], ["silent"], ["weak"])),
        ("rail=on", (["strong"], ["silent"], ["weak"])),
        ("port=on", (["strong"], [], ["silent", "weak"])),
        ("hazard=3", (["strong"], ["silent"], ["weak"])),
        ("industry=glass", (["strong"], ["silent"], ["weak"])),
        ("district=northern", (["strong"], [], ["silent", "weak"])),
    ],
)
def test_each_filter_by_itself(parks, query, expected):
    fits, perhaps, refused = groups(query)
    assert (sorted(fits), sorted(perhaps), sorted(refused)) == expected


def test_a_port_near_by_will_do_where_the_district_has_none(parks):
    Park.objects.filter(pk="weak").update(port_km=20)
    registry_changed()
    assert groups("port=on") == (["strong", "weak"], [], ["silent"])
    assert reasons("port=on", "weak") == "fits: To a sea port (20 km)"


def test_a_park_elsewhere_says_where_it_stands(parks):
    assert reasons("district=northern", "weak") == (
        "does not fit: District wanted (asked: District northern, offered: District southern)"
    )


def test_what_is_known_to_be_missing_is_said(parks):
    assert reasons("port=on", "weak") == "does not fit: Sea port (offered: no)"
    assert reasons("industry=glass", "weak") == (
        "does not fit: Industry of the site (asked: Glass, offered: Wine)"
    )


def test_an_akin_industry_is_a_doubt_and_no_refusal(parks):
    make_industry("bottles", name_en="Bottles", parent_id="glass")
    make_park("akin", industries=["bottles"])
    registry_changed()
    assert groups("industry=glass") == (["strong"], ["akin", "silent"], ["weak"])
    assert "Industry of the site (asked: Glass, offered: Bottles)" in reasons(
        "industry=glass", "akin"
    )


def test_without_a_filter_the_list_is_as_before(parks):
    for query in ("", "land=&power=&hazard=&industry=&district=", "land=0", "year=2023"):
        html = section(query)
        assert ids(html) == ["silent", "strong", "weak"]
        assert "May fit" not in html
        assert "<details" not in html


def test_every_offered_park_is_shown_more_than_ten_too():
    load_shipped()
    offered = sorted(Park.objects.offered().values_list("pk", flat=True))
    assert len(offered) > 20
    for query in ("gas=on", "land=50&port=on", "land=90000", "industry=food_processing"):
        assert sorted(park for group in groups(query) for park in group) == offered, query


def test_where_nothing_passes_the_limiting_filter_is_named_and_may_be_dropped(parks):
    Park.objects.filter(pk="silent").update(area_free_ha=3)
    registry_changed()
    html = section("land=500&power=1&year=2023")
    assert groups("land=500&power=1") == ([], [], ["strong", "weak", "silent"])
    assert "The filter that limits most is “Land from, ha: 500”" in html
    assert "Without it 3 parks fit or may fit." in html
    address = re.search(r'<a href="(\?[^"]+)#parks">Drop this filter', html)[1]
    assert address == "?lang=en&amp;power=1&amp;year=2023"
    assert "Drop this filter" not in section("power=1")


def test_where_no_one_filter_is_to_blame_the_hardest_is_named(parks):
    Park.objects.filter(pk="silent").update(area_free_ha=3, power_free_mw=1)
    registry_changed()
    html = section("land=20&power=500&industry=glass")
    assert "The filter that limits most is “Power from, MW: 500”" in html
    html = section("land=600&power=500")
    assert "The filter that limits most is “Land from, ha: 600”" in html
    assert "The other filters together leave nothing over either." in html


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("land", "пять", "a number of zero or more"),
        ("land", "-5", "a number of zero or more"),
        ("land", "1e12", "a number of zero or more"),
        ("land", "1000000000000", "Enter a number up to 1\u00a0000\u00a0000"),
        ("power", "\x00", "a number of zero or more"),
        ("power", '"><script>', "a number of zero or more"),
        ("power", "9" * 400, "a number of zero or more"),
        ("hazard", "9", "Hazard classes are 1 to 5"),
        ("industry", "alchemy", "There is no such industry"),
        ("district", "\x00' OR 1", "There is no such district"),
    ],
)
def test_a_wrong_value_is_said_beside_its_field_and_filters_nothing(parks, name, typed, said):
    response = Client().get("/districts/", {"lang": "en", name: typed, "gas": "on"})
    html = response.content.decode()
    beside = html.split(f'id="div_id_{name}"')[1].split("</div>")[0]
    assert said in beside
    assert "<script>" not in html.split('id="parks"')[1].split("</section>")[0]
    assert ids(html.split('id="parks"')[1]) == ["silent", "strong", "weak"]
    assert "the filters hold an error" in html
    if name in ("land", "power"):
        assert f'value="{escape(typed)}"' in html
    assert re.search(r'<input[^>]*name="gas"[^>]*checked', html)


def test_what_was_asked_stands_in_the_bar(parks):
    html = section("land=5,5&hazard=3&industry=glass&port=on&year=2023")
    assert 'value="5,5"' in html
    assert '<option value="3" selected>' in html
    assert '<option value="glass" selected>' in html
    assert '<input type="hidden" name="year" value="2023">' in html


def test_the_inquiry_takes_the_district_chosen(parks):
    assert 'href="/inquiry/?district=northern"' in section("district=northern")
    assert 'href="/inquiry/"' in section("gas=on")


def test_a_park_that_fits_may_be_asked_about(parks):
    html = section("land=5")
    assert 'href="/inquiry/?park=strong"' in html
    assert 'href="/inquiry/?park=silent"' in html
    assert 'href="/inquiry/?park=weak"' not in html


def test_in_russian(parks):
    html = section("land=5&gas=on", lang="ru")
    for words in ("Подходят, подтверждено: 1", "Могут подойти, не подтверждено: 1"):
        assert words in html
    assert "Не подходят: 1" in html
    assert "не хватает 1&nbsp;га" in html


def test_no_session_is_begun(parks):
    client = Client()
    client.get("/districts/?land=5&district=northern")
    assert "sessionid" not in client.cookies


def test_another_year_keeps_the_filters(parks):
    for year in (2022, 2023):
        Shipment.objects.create(district_id="northern", year=year, bn_rub=1)
    html = Client().get("/districts/?gas=on&lang=en&year=2023").content.decode()
    assert '<a href="?gas=on&amp;lang=en&amp;year=2022">' in html


@pytest.mark.parametrize("query", ["gas=on&land=1", "land=90000", "land=x"])
def test_its_queries_do_not_grow_with_the_rows(django_assert_num_queries, query):
    load_shipped()
    current_land()
    with django_assert_num_queries(9):
        Client().get(f"/districts/?{query}")
    for number in range(30):
        make_park(f"p{number}", district=make_district(f"d{number}"), area_free_ha=number)
    registry_changed()
    current_land()
    with django_assert_num_queries(9):
        Client().get(f"/districts/?{query}")
