"""The page of one inquiry: what stands on it, who sees what of it, what it costs."""

import pytest
from django.utils import timezone

from districts.matching.need import Bounds, IndustryGuess, Need
from leads import flow
from leads.models import FollowUp, Referral
from tests.world import (
    AT,
    andrey,
    boris,
    dina,
    gleb,
    make_district,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    olga,
    registry_changed,
    xenia,
)

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/"


def land():
    make_industry("food_processing", name_ru="Пищевая")
    make_district("abinsky", name_ru="Абинский район")
    for place in range(5):
        make_park(
            f"yug-{place}",
            name_ru=f"Парк Юг {place}",
            area_free_ha=12 + place,
            power_free_mw=6,
            industries=["food_processing"],
        )
    make_park("small", name_ru="Малый парк", area_free_ha=1, power_free_mw=6)
    registry_changed()


def figures(**more):
    return Need(
        industries=(IndustryGuess("food_processing", 1.0),),
        land_ha=Bounds(5, 5),
        power_mw=2,
        **more,
    )


def test_it_works(client):
    land()
    maria()
    inquiry = make_inquiry(figures=figures(), email="p@example.com")
    flow.route(inquiry, at=AT)
    client.force_login(maria())
    page = client.get(url(inquiry))
    html = page.content.decode()
    for words in (
        inquiry.number,
        "Агросад",
        "Пётр Иванов",
        "+7 918 123-45-67",
        "p@example.com",
        "Цех переработки яблок",
        "Пищевая",
        "Парк Юг 0",
        "Абинский район",
    ):
        assert words in html, words
    match = page.context["sheet"].match
    assert len(match.parks) == 3
    assert len(match.more_parks) == 2
    assert [line.place for line in match.excluded] == ["Малый парк"]
    assert match.excluded[0].criterion == "area"
    assert page.context["sheet"].route.officer == "Maria"
    assert page.context["sheet"].route.why.name == "Maria"


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey])
def test_those_who_may_read(client, who):
    inquiry = make_inquiry(route_to=boris())
    client.force_login(who())
    assert client.get(url(inquiry)).status_code == 200


def test_those_who_may_not(client):
    inquiry = make_inquiry()
    for who in (xenia, dina):
        client.force_login(who())
        assert client.get(url(inquiry)).status_code == 403


@pytest.mark.parametrize("number", ["INV-2026-999999", "INV-2026-1", "x", "%00", "INV-2026-%00"])
def test_missing(client, number):
    client.force_login(maria())
    assert client.get(f"/inquiries/{number}/").status_code == 404


def test_actions_are_offered_only_to_those_who_may_change(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="qualified", by=maria(), at=timezone.now())
    for who, may in ((maria, True), (gleb, True), (boris, False), (olga, False), (andrey, False)):
        client.force_login(who())
        html = client.get(url(inquiry)).content.decode()
        for action in ("advance", "note", "next-step", "need", "confidential", "wait"):
            assert (f"{url(inquiry)}{action}/" in html) is may, (who, action)
        assert ("/complete/" in html) is may
        assert (f"{url(inquiry)}assign/" in html) is (who is gleb)


def test_the_one_on_the_queue_can_be_taken(client):
    inquiry = make_inquiry()
    for who, offered in ((maria, True), (gleb, False), (olga, False)):
        client.force_login(who())
        assert (f"{url(inquiry)}take/" in client.get(url(inquiry)).content.decode()) is offered


def test_only_allowed_moves_are_offered(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="visit", by=maria(), at=timezone.now())
    client.force_login(maria())
    offered = client.get(url(inquiry)).context["advance"].fields["to"].choices
    assert [stage for stage, _ in offered] == ["proposal", "agreement", "won", "lost"]


def test_a_masked_reader_gets_the_code_name_alone(client):
    inquiry = make_inquiry(route_to=maria(), email="p@example.com")
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    inquiry.note("Звонил Иванов из Агросада", by=maria(), at=timezone.now())
    for who in (boris, olga):
        client.force_login(who())
        html = client.get(url(inquiry)).content.decode()
        assert "Янтарь" in html
        for secret in ("Агросад", "Иванов", "123-45-67", "p@example.com", "Цех переработки"):
            assert secret not in html, secret
    for who in (maria, gleb, andrey):
        client.force_login(who())
        assert "Агросад" in client.get(url(inquiry)).content.decode()


def test_what_speaks_against_stands_first(client):
    land()
    inquiry = make_inquiry(figures=figures(gas=True, rail=True))
    client.force_login(maria())
    order = {"missed": 0, "met": 1, "unknown": 2}
    match = client.get(url(inquiry)).context["sheet"].match
    for place in [*match.parks, *match.districts]:
        states = [order[line.state] for line in place.lines]
        assert states == sorted(states)


def test_when_nothing_fits_the_nearest_are_called_so(client):
    land()
    inquiry = make_inquiry(figures=Need(land_ha=Bounds(500, 500)))
    client.force_login(maria())
    page = client.get(url(inquiry) + "?lang=en")
    assert page.context["sheet"].match.near
    assert "No site fits" in page.content.decode()


def test_what_is_no_project_has_no_match(client):
    inquiry = make_inquiry(kind="consultation")
    client.force_login(maria())
    assert "Not a project" in client.get(url(inquiry) + "?lang=en").content.decode()


def test_text_from_people_is_never_markup(client):
    inquiry = make_inquiry(text="<script>alert(1)</script>", name="<i>И", company="<b>К")
    inquiry.note("<img src=x onerror=alert(1)>", by=maria(), at=timezone.now())
    client.force_login(maria())
    html = client.get(url(inquiry)).content.decode()
    for markup in ("<script>alert", "<img src=x", "<i>И", "<b>К"):
        assert markup not in html


def test_it_costs_nine_queries_at_most(client, django_assert_max_num_queries):
    land()
    inquiry = make_inquiry(figures=figures(), email="p@example.com")
    maria()
    boris()
    flow.route(inquiry, at=AT)
    for place in ("abinsky", "anapa"):
        district = make_district(place)
        Referral.refer(inquiry, district, by=maria(), at=AT, question="?", contact_shared=False)
    for row in range(25):
        inquiry.note(f"заметка {row}", by=maria(), at=AT)
        FollowUp.objects.create(
            inquiry=inquiry,
            kind="step",
            owner=maria().officer,
            due_at=AT,
            rule="by_hand",
            opened_at=AT,
        )
    for who in (maria, gleb, andrey):
        client.force_login(who())
        # The first look within a quarter of an hour writes down that he looked.
        with django_assert_max_num_queries(10):
            client.get(url(inquiry))
        with django_assert_max_num_queries(10):
            client.get(url(inquiry))


def test_it_is_light(client):
    """A full page weighs 40 KB at most before it is packed: what is seldom read comes on demand."""
    land()
    for number in range(30):
        make_park(f"far-{number}", name_ru=f"Далёкий парк номер {number}", area_free_ha=1)
    registry_changed()
    inquiry = make_inquiry(figures=figures(gas=True, rail=True, port=True), route_to=maria())
    for number in range(25):
        inquiry.advance(to=("qualified", "new")[number % 2], by=maria(), at=timezone.now())
    client.force_login(gleb())
    page = client.get(url(inquiry))
    assert len(page.content) <= 40_000


def test_the_deed_and_the_way_back_stand_in_the_history(client):
    inquiry = make_inquiry(route_to=maria())
    note = inquiry.note("не то", by=maria(), at=timezone.now())
    client.force_login(maria())
    assert f"/history/{note.pk}/undo/" in client.get(url(inquiry)).content.decode()
    client.post(f"/history/{note.pk}/undo/")
    html = client.get(url(inquiry)).content.decode()
    assert f"/history/{note.pk}/undo/" not in html
    assert "<del>не то</del>" in html
    client.force_login(boris())
    assert "/undo/" not in client.get(url(inquiry)).content.decode()
