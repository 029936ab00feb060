"""The receipt: number, promised hour, places; for the session that sent it alone."""

import pytest
import time_machine
from django.test import Client

from districts.matching.need import Need
from leads.models import Inquiry
from tests.public.answers import send, to_check
from tests.world import make_district, make_industry, make_park, registry_changed

pytestmark = pytest.mark.django_db

MORNING = "2026-11-17T07:30:00Z"  # Tuesday, 10:30 in Moscow
EVENING = "2026-11-17T16:30:00Z"  # 19:30


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing")
    make_district("abinsky", name_ru="Абинский район", name_en="Abinsk District")
    fits = {"area_free_ha": 12, "power_free_mw": 6, "gas_free_m3h": 1200}
    make_park("yug", "abinsky", name_ru="Парк «Юг»", **fits)
    make_park("sever", "abinsky", name_ru="Парк «Север»", **fits | {"power_free_mw": None})
    registry_changed()


def sent_page(client, at=MORNING, **changes):
    with time_machine.travel(at, tick=False):
        send(client, to_check(client, **changes))
        return client.get("/inquiry/sent/")


def test_it_works(client):
    page = sent_page(client)
    content = page.content.decode()
    inquiry = Inquiry.objects.get()
    assert "no-store" in page.headers["Cache-Control"]
    assert inquiry.number in content
    assert "Ответим до 15:30 сегодня (МСК)" in content
    assert "p•••@example.com" in content
    assert "p@example.com" not in content
    assert "+7 861 251 77 64" in content
    assert "Что может подойти" in content
    first, second = page.context["offer"].places
    assert first.name == "Парк «Юг»"
    lines = {line.criterion: line for line in first.lines}
    assert (lines["area"].state, lines["area"].asked, lines["area"].offered) == ("met", 5, 12)
    assert lines["power"].state == "met"
    assert {line.criterion: line.state for line in second.lines}["power"] == "unknown"
    assert "Мы не гадаем" in content
    assert "/parks/compare/?park=yug&amp;park=sever" in content


def test_in_english(client):
    client.get("/inquiry/?lang=en")
    content = sent_page(client).content.decode()
    assert "We will reply by 15:30 today, Moscow time (UTC+3)" in content
    assert "What may fit" in content


def test_out_of_hours(client):
    content = sent_page(client, at=EVENING).content.decode()
    assert "Сейчас нерабочее время. Ответим завтра до 13:00 (МСК)" in content


def test_before_a_weekend(client):
    content = sent_page(client, at="2026-11-20T16:30:00Z").content.decode()
    assert "Сейчас нерабочее время. Ответим 23 ноября до 13:00 (МСК)" in content


def test_before_a_weekend_in_english(client):
    client.get("/inquiry/?lang=en")
    content = sent_page(client, at="2026-11-20T16:30:00Z").content.decode()
    assert "We are closed. We will reply by 13:00 on 23 November, Moscow time" in content


def test_when_the_hour_has_passed(client):
    sent_page(client)
    with time_machine.travel("2026-11-17T13:00:00Z", tick=False):
        content = client.get("/inquiry/sent/").content.decode()
    assert "Мы обещали ответить до 15:30 17 ноября" in content


def test_nearest_misses_when_nothing_fits(client):
    page = sent_page(client, text="Завод, 500 га, 2 МВт")
    assert page.context["offer"].near
    first = page.context["offer"].places[0]
    assert (first.lines[0].criterion, first.lines[0].state) == ("area", "missed")
    assert "Полностью пока не подходит ничего" in page.content.decode()


def test_without_sites_the_districts_are_named(client):
    from districts.models import Park

    Park.objects.all().delete()
    registry_changed()
    page = sent_page(client)
    assert page.context["offer"].places[0].match.place == "district"
    assert page.context["offer"].comparable == []


def test_a_question_gets_no_places(client):
    page = sent_page(
        client, text="Какие налоговые льготы действуют в крае?", industry="unsure", capex=""
    )
    assert Inquiry.objects.get().need.figures() == Need()
    assert page.context["offer"] is None
    assert "Площадки пока не подобраны" in page.content.decode()


def test_by_phone_alone(client):
    content = sent_page(client, email="", phone="8 918 123-45-67").content.decode()
    assert "Позвоним по указанному номеру" in content
    assert "918" not in content.split("<main")[1].split("</main>")[0]


def test_nobody_else_sees_it(client):
    sent_page(client)
    assert Client().get("/inquiry/sent/").url == "/inquiry/"


@time_machine.travel(MORNING, tick=False)
def test_it_stands_a_refresh_and_the_draft_is_gone(client):
    sent_page(client)
    assert client.get("/inquiry/sent/").status_code == 200
    assert client.get("/inquiry/").context["form"]["text"].value() is None


def test_the_next_one_is_another_inquiry(client):
    sent_page(client)
    sent_page(client, text="Склад, 3 га")
    assert Inquiry.objects.count() == 2


def test_it_costs_few_queries(client, django_assert_max_num_queries):
    sent_page(client)
    with time_machine.travel(MORNING, tick=False), django_assert_max_num_queries(11):
        client.get("/inquiry/sent/")
