"""The pipeline as a table: whom it shows what, its filters, its pages, its price."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from districts.matching.need import IndustryGuess, Need
from leads.models import Inquiry
from leads.pipeline.rows import for_list
from tests.world import (
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
URL = "/pipeline/"


def numbers(response):
    return [row.inquiry.number for row in response.context["rows"]]


def many(count, **what):
    """The first through the front door, the others its copies, each a minute older."""
    first = make_inquiry(at=timezone.now(), **what)
    copies = []
    for minutes in range(1, count):
        copy = Inquiry.objects.get(pk=first.pk)
        copy.pk, copy.number = None, f"INV-2020-{minutes:06d}"
        copy.last_activity_at -= timedelta(minutes=minutes)
        copies.append(copy)
    return [first, *Inquiry.objects.bulk_create(copies)]


def test_it_works(client):
    make_industry("food_processing", name_ru="Пищевая")
    make_park("yug", industries=["food_processing"])
    registry_changed()
    figures = Need(industries=(IndustryGuess("food_processing", 1.0),), capex_mln_rub=1250)
    inquiry = make_inquiry(at=timezone.now(), figures=figures, route_to=maria())
    client.force_login(maria())
    page = client.get(URL)
    assert numbers(page) == [inquiry.number]
    html = page.content.decode()
    for words in ("Агросад", "Пётр Иванов", "Пищевая", "1,2\xa0млрд\xa0₽", "Maria"):
        assert words in html, words


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey])
def test_those_who_may(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("who", [xenia, dina])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_it_is_read_only(client):
    client.force_login(maria())
    assert client.post(URL).status_code == 405


def test_a_confidential_inquiry_shows_its_code_name_alone(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(boris())
    html = client.get(URL).content.decode()
    assert "Янтарь" in html
    assert "Агросад" not in html
    assert "Иванов" not in html
    client.force_login(maria())
    assert "Агросад" in client.get(URL).content.decode()


def test_the_newest_activity_stands_first(client):
    older, newer = (
        make_inquiry(at=timezone.now() - timedelta(days=days), company=f"К{days}")
        for days in (2, 1)
    )
    older.note("позвонил", by=olga(), at=timezone.now())
    client.force_login(maria())
    assert numbers(client.get(URL)) == [older.number, newer.number]


def test_filters(client):
    make_industry("logistics")
    make_district("abinsky")
    make_district("anapa")
    registry_changed()
    at = timezone.now()
    figures = Need(industries=(IndustryGuess("logistics", 1.0),), districts_wanted=("anapa",))
    late = make_inquiry(at=at - timedelta(days=30), figures=figures, route_to=maria())
    free = make_inquiry(at=at)
    moved = make_inquiry(at=at, route_to=boris())
    moved.advance(to="proposal", by=boris(), at=at)
    won = make_inquiry(at=at, route_to=boris())
    won.advance(to="won", by=boris(), at=at)
    client.force_login(gleb())
    for query, expected in {
        "": {late, free, moved},
        "stage=proposal": {moved},
        f"officer={maria().officer.pk}": {late},
        "industry=logistics": {late},
        "district=anapa": {late},
        "view=overdue": {late},
        "officer=none": {free},
        "view=closed": {won},
        "view=closed&stage=won": {won},
        f"officer={maria().officer.pk}&view=new&stage=visit": set(),
    }.items():
        found = set(numbers(client.get(f"{URL}?{query}")))
        assert found == {inquiry.number for inquiry in expected}, query


@pytest.mark.parametrize(
    "query",
    [
        "stage=nonsense",
        "stage=%00",
        "officer=1%27",
        "officer=99999999999999999999",
        "district=" + "x" * 5000,
        "from=nonsense",
        "from=%00",
        "from=W10",
        "from=" + "A" * 5000,
        "view=maybe&sort=nonsense",
    ],
)
def test_a_wrong_filter_is_left_out(client, query):
    make_inquiry(at=timezone.now() - timedelta(days=30))
    client.force_login(maria())
    assert len(numbers(client.get(f"{URL}?{query}"))) == 1


@pytest.mark.parametrize("count", [3, 60])
def test_it_costs_six_queries_at_most(client, django_assert_max_num_queries, count):
    make_industry("food_processing")
    make_park("yug")
    registry_changed()
    many(count, figures=Need(industries=(IndustryGuess("food_processing", 1.0),)))
    client.force_login(gleb())
    with django_assert_max_num_queries(6):
        page = client.get(URL)
    assert len(page.context["rows"]) == min(count, 50)


def test_the_rows_come_off_an_index_in_their_order():
    rows = many(200)
    # Few stand at the stage asked for: walking all of them past it would cost more.
    Inquiry.objects.filter(pk__in=[row.pk for row in rows[10:]]).update(stage="visit")
    with connection.cursor() as cursor:
        # The plan must not hang on whether the server has looked at the table meanwhile.
        cursor.execute("ANALYZE leads_inquiry")
    by = ("-last_activity_at", "-id")
    for rows, index in {
        Inquiry.objects.open(): "inquiry_newest",
        Inquiry.objects.filter(stage="new"): "inquiry_stage_newest",
        Inquiry.objects.filter(officer=1): "inquiry_officer_newest",
        Inquiry.objects.filter(officer=1, stage="new"): "inquiry_officer_stage_newest",
        Inquiry.objects.filter(main_industry="x"): "inquiry_industry_newest",
        Inquiry.objects.filter(main_district="x"): "inquiry_district_newest",
    }.items():
        with connection.cursor() as cursor:
            # With so few rows a scan and a sort are cheaper; the question is whether the index
            # can give the order. Where it cannot, the sort stays.
            for other in ("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin"):
                cursor.execute(f"SET LOCAL enable_{other} = off")
        plan = for_list(rows).order_by(*by)[:51].explain()
        assert index in plan
        assert "Sort Key: leads_inquiry" not in plan


def test_the_count_stops_at_a_thousand(client, monkeypatch):
    monkeypatch.setattr("leads.pipeline.rows.COUNTED", 2)
    many(4)
    client.force_login(maria())
    page = client.get(URL)
    assert page.context["count"] == (2, True)
    assert "1000+" in page.content.decode()


def test_the_unassigned_are_an_alarm_for_those_who_can_act(client):
    make_inquiry()
    make_inquiry(route_to=boris())
    for who in (maria, gleb):
        client.force_login(who())
        assert client.get(URL).context["waiting"] == (1, False)
    client.force_login(olga())
    assert "waiting" not in client.get(URL).context


def test_what_is_late_and_what_has_no_step_is_said_in_words(client):
    make_inquiry(at=timezone.now() - timedelta(days=30))
    bare = make_inquiry(at=timezone.now())
    Inquiry.objects.filter(pk=bare.pk).update(next_due_at=None)
    bare.follow_ups.update(done_at=timezone.now(), outcome="reached")
    client.force_login(maria())
    html = client.get(URL + "?lang=en").content.decode()
    assert "Overdue <time>" in html
    assert "No next step" in html


def test_empty_says_what_will_come_and_filtered_how_to_widen(client):
    client.force_login(maria())
    assert "No inquiries yet" in client.get(URL + "?lang=en").content.decode()
    assert "Clear the filters" in client.get(URL + "?view=overdue").content.decode()


def test_names_are_never_markup(client):
    make_inquiry(company="<script>alert(1)</script>", name="<b>Пётр</b>")
    client.force_login(maria())
    html = client.get(URL).content.decode()
    assert "<script>alert" not in html
    assert "<b>Пётр" not in html


def test_a_full_page_is_light(client):
    """Fifty rows weigh 60 KB at most before they are packed, with every pick-list."""
    make_industry("food_processing", name_ru="Производство пищевых продуктов и напитков")
    make_park("yug", industries=["food_processing"])
    for number in range(44):
        make_district(f"district-{number}", name_ru=f"Муниципальный район номер {number}")
    for number in range(36):
        make_industry(f"industry-{number}", name_ru=f"Отрасль с длинным именем номер {number}")
    registry_changed()
    figures = Need(industries=(IndustryGuess("food_processing", 1.0),), capex_mln_rub=1234.5)
    named = {"name": "Константин Константинопольский", "company": "Кубанские консервы Юга"}
    many(51, figures=figures, route_to=maria(), **named)
    client.force_login(gleb())
    page = client.get(URL)
    assert len(page.context["rows"]) == 50
    assert len(page.content) <= 60_000
