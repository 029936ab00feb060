"""The need corrected by hand, and places matched again."""

import pytest
from django.utils import timezone

from districts.matching.need import Bounds, IndustryGuess, Need
from leads import flow
from leads.models import Inquiry
from tests.world import (
    andrey,
    boris,
    gleb,
    make_district,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    registry_changed,
)

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/need/"


def an_inquiry(**figures):
    make_industry("food_processing")
    make_district("anapa")
    make_park("yug", area_free_ha=12)
    make_park("sever", district="anapa", area_free_ha=40)
    registry_changed()
    return make_inquiry(figures=Need(**figures), route_to=maria())


def kept(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk).need.figures()


def test_it_works(client):
    inquiry = an_inquiry(land_ha=Bounds(5, 5), parks_wanted=("yug",))
    client.force_login(maria())
    given = {
        "industries": ["food_processing"],
        "land_ha_min": "20",
        "capex_mln_rub": "1 250,5",
        "gas": "yes",
        "rail": "no",
        "districts_wanted": ["anapa"],
        "start_year": "2027",
    }
    assert client.post(url(inquiry), given).url == inquiry.get_absolute_url()
    assert kept(inquiry) == Need(
        industries=(IndustryGuess("food_processing", 1.0),),
        land_ha=Bounds(20, None),
        capex_mln_rub=1250.5,
        gas=True,
        rail=False,
        districts_wanted=("anapa",),
        start_year=2027,
        parks_wanted=("yug",),
    )
    inquiry.refresh_from_db()
    assert inquiry.capex_mln_rub == 1250.5
    assert inquiry.main_industry_id == "food_processing"
    assert inquiry.main_district_id == "anapa"
    run = inquiry.match_runs.order_by("-pk").first()
    assert [match.park_id for match in run.matches.filter(place="park")] == ["sever"]
    changed = inquiry.activities.get(kind="need_changed")
    assert changed.data["was"]["land_ha"] == {"min": 5, "max": 5}
    assert changed.data["now"]["land_ha"] == {"min": 20, "max": None}


def test_its_page_shows_what_is_known(client):
    inquiry = an_inquiry(land_ha=Bounds(5, 7.5), gas=False, districts_wanted=("anapa",))
    client.force_login(maria())
    form = client.get(url(inquiry)).context["form"]
    assert form["land_ha_max"].value() == "7,5"
    assert form["gas"].value() == "no"
    assert form["districts_wanted"].value() == ["anapa"]


def test_saved_as_it_stands_nothing_changes(client):
    inquiry = an_inquiry(land_ha=Bounds(5, 7.5), gas=False, start_year=2027, jobs=Bounds(10, 20))
    client.force_login(maria())
    form = client.get(url(inquiry)).context["form"]
    shown = {field.name: field.value() for field in form}
    shown = {name: value for name, value in shown.items() if value not in (None, "")}
    assert client.post(url(inquiry), shown).status_code == 302
    assert not inquiry.activities.filter(kind="need_changed").exists()
    assert inquiry.match_runs.count() == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("land_ha_min", "много"),
        ("land_ha_min", "-5"),
        ("land_ha_min", "1e400"),
        ("power_mw", "2\x00"),
        ("power_mw", "9" * 1_000_000),
        ("jobs_min", "1,5"),
        ("hazard_class", "7"),
        ("hazard_class", "0"),
        ("start_year", "99999"),
        ("gas", "maybe"),
        ("industries", "nonsense"),
        ("districts_wanted", "x\x00"),
        ("kinds", "castle"),
    ],
)
def test_an_impossible_figure_is_refused_and_stays_typed(client, name, value):
    inquiry = an_inquiry(land_ha=Bounds(5, 5))
    client.force_login(maria())
    page = client.post(url(inquiry), {name: value, "water_m3d": "77"})
    assert page.status_code == 422
    assert page.context["form"].errors[name]
    assert page.context["form"]["water_m3d"].value() == "77"
    assert kept(inquiry) == Need(land_ha=Bounds(5, 5))


def test_contradictions_are_refused(client):
    inquiry = an_inquiry()
    client.force_login(maria())
    for given, field in (
        ({"land_ha_min": "9", "land_ha_max": "5"}, "land_ha_max"),
        ({"districts_wanted": "anapa", "districts_excluded": "anapa"}, "districts_excluded"),
    ):
        page = client.post(url(inquiry), given)
        assert page.context["form"].errors[field]


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    inquiry = an_inquiry()
    client.force_login(who())
    assert client.post(url(inquiry), {"power_mw": "2"}).status_code == 403
    assert kept(inquiry) == Need()


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/need/").status_code == 404


def drawn(client, inquiry):
    """What the form of this moment would send back untouched."""
    form = client.get(f"/inquiries/{inquiry.number}/need/").context["form"]
    held = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in held.items() if value not in (None, "", [])}


def test_fields_that_only_one_changed_are_merged(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    sent = drawn(client, inquiry)
    flow.change_need(inquiry, Need(land_ha=Bounds(5, 5), power_mw=7), by=gleb(), at=timezone.now())
    page = client.post(f"/inquiries/{inquiry.number}/need/", sent | {"land_ha_max": "9"})
    assert page.status_code == 302
    need = Inquiry.objects.get().need.figures()
    assert (need.power_mw, need.land_ha.max) == (7, 9)


def test_a_field_that_both_changed_is_asked_with_both_values(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    sent = drawn(client, inquiry) | {"power_mw": "3"}
    his = Need(land_ha=Bounds(5, 5), power_mw=7, jobs=Bounds(None, 40), kinds=("plot",))
    flow.change_need(inquiry, his, by=gleb(), at=timezone.now())
    url = f"/inquiries/{inquiry.number}/need/?lang=en"
    page = client.post(url, sent)
    form = page.context["form"]
    assert page.status_code == 422
    assert list(form.errors) == ["power_mw"]
    assert "Gleb" in form.errors["power_mw"][0]
    assert ": 7." in form.errors["power_mw"][0]
    assert Inquiry.objects.get().need.figures().power_mw == 7, "nothing is overwritten"
    # What Gleb alone changed is drawn as he left it, or the next press would take it back.
    again = {name: form[name].value() for name in form.fields}
    again = {name: value for name, value in again.items() if value not in (None, "", [])}
    assert client.post(url, again).status_code == 302
    need = Inquiry.objects.get().need.figures()
    assert (need.power_mw, need.jobs.max, need.kinds) == (3, 40, ("plot",))


@pytest.mark.parametrize("base", ["", "[]", "x", "{", '{"power_mw": []}', "9" * 30_000])
def test_a_base_that_is_none_of_ours_breaks_nothing(client, base):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    sent = drawn(client, inquiry) | {"base": base}
    assert client.post(f"/inquiries/{inquiry.number}/need/", sent).status_code in (302, 422)


def test_saved_within_the_same_moment_it_is_merged_too(client, monkeypatch, row_by_row):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    sent = drawn(client, inquiry) | {"land_ha_max": "9"}
    arrow, raced = flow.change_need, []

    def overtaken(row, figures, **given):
        if not raced:
            raced.append(True)
            his = Need(land_ha=Bounds(5, 5), power_mw=7)
            arrow(Inquiry.objects.get(pk=row.pk), his, by=gleb(), at=timezone.now())
        return arrow(row, figures, **given)

    monkeypatch.setattr(flow, "change_need", overtaken)
    assert client.post(f"/inquiries/{inquiry.number}/need/", sent).status_code == 302
    need = Inquiry.objects.get().need.figures()
    assert (need.power_mw, need.land_ha.max) == (7, 9)
