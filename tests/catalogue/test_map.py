"""The map of the districts: coloured by a figure of the registry, unknown said, all in the list."""

import re

import pytest

from tests.districts.places import load_shipped, make_district, make_park, shipped

pytestmark = pytest.mark.django_db


def the_map(client, **asked):
    html = client.get("/districts/", asked | {"lang": "en"}).content.decode()
    return html.split('id="map"')[1].split('id="after-map"')[0]


def cells(drawn):
    """District → (class, words)."""
    found = re.findall(r'cell-(\d)" href="/districts/([^/]+)/"[^>]*aria-label="([^"]+)"', drawn)
    return {key: (int(rank), words) for rank, key, words in found}


def placed(pk, **what):
    return make_district(pk, lat=45 + len(pk) / 10, lon=39, **what)


def test_it_works(client):
    load_shipped()
    found = cells(the_map(client))
    assert len(found) == 44
    assert found["abinsky"] == (5, "Abinsky District: 96.7 bn roubles")
    told = {row["district"] for row in shipped("shipments")}
    assert {key for key, (rank, _) in found.items() if rank} == told
    assert found["sochi"] == (0, "Sochi: unknown")


def test_another_figure_may_be_asked_for(client):
    load_shipped()
    found = cells(the_map(client, map="population"))
    assert found["krasnodar"] == (5, "Krasnodar: 1\xa0243\xa0839")
    assert len({rank for rank, _ in found.values()} - {0}) == 5


def test_five_classes_hold_as_many_each_as_can_be(client):
    for number in range(1, 11):
        placed("d" * number, population=number * 100)
    ranks = [rank for rank, _ in cells(the_map(client, map="population")).values()]
    assert sorted(ranks) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_equal_figures_are_of_one_class(client):
    for number in range(1, 8):
        placed("d" * number, population=5)
    assert {rank for rank, _ in cells(the_map(client, map="population")).values()} == {1}


def test_zero_is_a_figure_and_blank_is_none(client):
    placed("a")
    make_park(district=placed("bb"))
    drawn = the_map(client, map="parks")
    assert cells(drawn)["a"][1].endswith(": 0")
    assert "unknown" not in drawn.split("<figcaption>")[1].split("</ul>")[0]
    free = the_map(client, map="free")
    assert "unknown: 2 districts" in free
    assert cells(free)["bb"] == (0, "District bb: unknown")


def test_only_offered_parks_are_counted(client):
    home = placed("a")
    make_park("one", district=home)
    make_park("two", district=home, offered=False)
    assert cells(the_map(client, map="parks"))["a"][1] == "District a: 1"


def test_nonsense_shows_the_first(client):
    load_shipped()
    assert cells(the_map(client, map="x'<")) == cells(the_map(client))


def test_without_coordinates_there_is_no_map(client):
    make_district()
    assert 'id="map"' not in client.get("/districts/").content.decode()


def test_it_stands_behind_the_list_and_can_be_skipped(client):
    load_shipped()
    html = client.get("/districts/?lang=en").content.decode()
    assert html.index("</table>") < html.index('id="map"') < html.index('id="others"')
    assert 'href="#after-map"' in html


def test_names_are_never_markup(client):
    placed("a", name_en='"><script>', centre_en="<b>x</b>")
    drawn = the_map(client)
    assert "<script" not in drawn
    assert "<b>" not in drawn


def test_no_name_lies_over_another(client):
    load_shipped()
    drawn = the_map(client)
    found = re.findall(r'<text [^>]*x="(\d+)" y="(\d+)">([^<]+)</text>', drawn)
    assert len(found) == 44
    over = [
        (one[2], other[2])
        for place, one in enumerate(found)
        for other in found[:place]
        if abs(int(one[1]) - int(other[1])) < 10
        and abs(int(one[0]) - int(other[0])) < 6 * (len(one[2]) + len(other[2])) / 2
    ]
    assert over == []
