"""The palette finds by what people remember, in both layouts, and gives no code name away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from leads.models import Inquiry, Investor
from tests.world import (
    AT,
    andrey,
    boris,
    dina,
    gleb,
    make_district,
    make_inquiry,
    make_park,
    maria,
    olga,
    xenia,
)

pytestmark = pytest.mark.django_db
URL = "/pipeline/palette/"


def rows(client, text, path="/pipeline/"):
    groups = client.post(URL, {"text": text, "path": path}).context["groups"]
    return [row for heading, found in groups for row in found]


def found(client, text):
    """The addresses that were found, without the steps that lead to the same pages."""
    groups = client.post(URL + "?lang=en", {"text": text, "path": "/"}).context["groups"]
    return [row.url for heading, of in groups for row in of if heading != "My steps"]


def addresses(*inquiries):
    return [one.get_absolute_url() for one in inquiries]


def test_it_works(client):
    inquiry = make_inquiry(name="Ёлкин Пётр", company="АГРОСАД", phone="8 (918) 123-45-67")
    make_inquiry(name="Шмидт", company="Завод", phone="+49 30 901820", text="Склад у трассы")
    Investor.objects.filter(pk=inquiry.investor_id).update(inn="2310031475")
    client.force_login(maria())
    for text in (
        inquiry.number,
        inquiry.number.lower(),
        inquiry.number[-4:],
        "ёлкин",
        "аг",
        "агросад",
        "fuhjcfl",
        "FUHJCFL",
        "8 918 123-45-67",
        "123-45",
        "2310031475",
        "231003",
        "переработкой",
        "яблоки",
        "яблоками цех",
        "z,kjrb",
    ):
        assert found(client, text) == addresses(inquiry), text


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey])
def test_those_who_may(client, who):
    client.force_login(who())
    assert client.post(URL, {"text": "агро"}).status_code == 200


@pytest.mark.parametrize("who", [xenia, dina])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.post(URL, {"text": "агро"}).status_code == 403


def test_the_text_is_taken_by_post_only(client):
    client.force_login(maria())
    assert client.get(URL, {"text": "агросад"}).status_code == 405


def test_what_was_typed_stands_in_no_address_and_no_log(client, caplog):
    make_inquiry()
    client.force_login(maria())
    with caplog.at_level("INFO"):
        html = client.post(URL, {"text": "агросад"}).content.decode()
    assert "агросад" not in caplog.text.lower()
    assert "=агросад" not in html.lower()


def test_a_code_name_is_not_given_away(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    Investor.objects.filter(pk=inquiry.investor_id).update(inn="2310031475")
    client.force_login(boris())
    for text in ("агросад", "аг", "иванов", "9181234567", "2310031475", "переработка", "яблоки"):
        assert found(client, text) == [], text
    for text in ("янтарь", "zynfhm", inquiry.number, inquiry.number[-4:]):
        assert found(client, text) == addresses(inquiry), text
        html = client.post(URL, {"text": text}).content.decode()
        assert "Агросад" not in html
        assert "Иванов" not in html
    for who in (maria, gleb, andrey):
        client.force_login(who())
        for text in ("агросад", "2310031475", "яблоки"):
            assert found(client, text) == addresses(inquiry), (who, text)


def test_the_last_digits_of_the_number_stand_before_a_phone_that_holds_them(client):
    wanted = make_inquiry(company="Завод", phone="+7 861 200-33-44")
    digits = wanted.number[-4:]
    make_inquiry(company="Другой", phone=f"+7 918 {digits[:3]}-{digits[3]}1-11")
    client.force_login(maria())
    assert found(client, digits)[0] == wanted.get_absolute_url()


def test_one_character_is_no_text_yet(client):
    make_inquiry()
    client.force_login(gleb())
    assert rows(client, "а") == rows(client, "")


def test_my_steps_stand_first_the_late_before_the_coming(client):
    at = timezone.now()
    late = make_inquiry(at=at - timedelta(days=30), route_to=maria(), company="Завод")
    make_inquiry(at=at, route_to=boris(), company="Чужой")
    client.force_login(maria())
    shown = rows(client, "")
    assert shown[0].late
    assert shown[0].url == late.get_absolute_url()
    assert not any("Чужой" in row.detail for row in shown)


def test_what_may_be_done_with_the_open_record(client):
    inquiry = make_inquiry(route_to=maria())
    path = inquiry.get_absolute_url()
    client.force_login(maria())
    done = [row.url for row in rows(client, "", path)]
    assert done[0] == f"{path}advance/"
    assert f"{path}write/" in done
    assert f"{path}assign/" not in done, "the head's alone"
    for url in [one for one in done if one.startswith(path) and one != path]:
        assert client.get(url).status_code == 200, url
    for who in (boris, andrey):
        client.force_login(who())
        assert not any(row.url.startswith(f"{path}a") for row in rows(client, "", path))


def test_actions_are_found_by_their_words_in_either_layout(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    for text in ("письм", "gbcmv"):
        urls = [row.url for row in rows(client, text, inquiry.get_absolute_url())]
        assert urls == [f"{inquiry.get_absolute_url()}write/"], text


@pytest.mark.parametrize("path", ["", "nonsense", "/inquiries/INV-2026-999999/", "/" + "x" * 900])
def test_a_page_that_is_no_record_has_no_actions(client, path):
    client.force_login(maria())
    assert not any("advance" in row.url for row in rows(client, "", path))


def test_districts_lead_to_their_inquiries_and_parks_to_their_page(client):
    make_district("abinsky")
    make_park("yug")
    client.force_login(maria())
    assert found(client, "район abin") == ["/districts/abinsky/", "/pipeline/?district=abinsky"]
    assert found(client, "парк yug") == ["/parks/yug/"]


def test_sections_are_told_by_role_with_their_keys(client):
    client.force_login(maria())
    html = client.post(URL, {"text": "воронк"}).content.decode()
    assert 'href="/pipeline/" data-code="KeyG KeyP"' in html
    assert 'href="/desk/"' not in html


@pytest.mark.parametrize(
    "text", ["а\x00б", "%%%", "___", "\\\\\\", "'''", "& | !", ":* <->", "а" * 5000, "((("]
)
def test_anything_typed_is_answered(client, text):
    make_inquiry()
    client.force_login(maria())
    page = client.post(URL, {"text": text})
    assert page.status_code in (200, 422)


def test_names_are_never_markup(client):
    make_inquiry(company="<script>alert(1)</script>")
    client.force_login(maria())
    assert "<script>alert" not in client.post(URL, {"text": "alert"}).content.decode()


@pytest.mark.parametrize("count", [1, 12])
def test_it_costs_six_queries_at_most(client, django_assert_num_queries, count):
    for _ in range(count):
        inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    with django_assert_num_queries(6):
        client.post(URL, {"text": "агросад", "path": inquiry.get_absolute_url()})


def test_each_way_of_finding_has_its_index():
    first = make_inquiry(route_to=boris())
    fields = {field.attname: getattr(first, field.attname) for field in Inquiry._meta.fields}
    fields |= {"id": None, "request_key": None}
    Inquiry.objects.bulk_create(
        Inquiry(
            **fields
            | {"number": f"INV-2020-{one:06d}", "search": f"inv-2020-{one:06d} завод {one:x}"}
            | {"text": f"Склад {one}", "last_activity_at": AT - timedelta(minutes=one)}
        )
        for one in range(3000)
    )
    Investor.objects.bulk_create(
        Investor(name=f"Завод {one}", inn=f"{one:010d}", created_at=AT) for one in range(3000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE leads_inquiry")
        cursor.execute("ANALYZE leads_investor")
        # Else the rows of this test wait in the lists of the indexes, which are read one by one.
        for index in ("inquiry_search", "inquiry_words"):
            cursor.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])
        # Three thousand rows are read at once as cheaply: the question is whether an index can.
        cursor.execute("SET LOCAL enable_seqscan = off")
    user, visible = boris(), Inquiry.objects.visible_to(boris())
    for way, index in (
        (visible.found_by(user, "агросад"), "inquiry_search"),
        (visible.found_by(user, "аг"), "inquiry_search"),
        (visible.ending_in("0042"), "inquiry_search"),
        (visible.told_to(user).saying("яблоками"), "inquiry_words"),
        (visible.told_to(user).of_inn("2310031475"), "investor_inn"),
    ):
        plan = way.order_by("-last_activity_at", "-id").values("pk")[:50].explain()
        assert index in plan, plan
        assert "Seq Scan on leads_inquiry" not in plan, plan
