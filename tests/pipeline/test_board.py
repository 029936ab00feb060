"""The board: six columns in few statements, what stands first, what it weighs."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import Inquiry
from leads.pipeline import board as board_of
from leads.pipeline.board import Silence, board
from leads.worktime import WorkCalendar
from tests.pipeline.test_pipeline import many
from tests.world import AT, andrey, boris, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/board/"


def columns(page):
    return {column.stage.value: column for column in page.context["columns"]}


def cards(column):
    return [card.row.inquiry for card in column.cards]


def test_it_works(client):
    inquiry = make_inquiry(at=timezone.now(), route_to=maria())
    inquiry.advance(to="visit", by=maria(), at=timezone.now())
    client.force_login(maria())
    page = client.get(URL)
    assert cards(columns(page)["visit"]) == [inquiry]
    html = page.content.decode()
    for words in ("Агросад", "Maria", "Выезд", "сумма неизвестна", "0 дн. на этапе"):
        assert words in html, words


@pytest.mark.parametrize("who", [xenia, dina])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


@pytest.mark.parametrize("who", [olga, andrey, gleb])
def test_those_who_may(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 200


@pytest.mark.parametrize("count", [3, 70])
def test_it_costs_six_queries_at_most(client, django_assert_max_num_queries, count):
    many(count)
    client.force_login(gleb())
    with django_assert_max_num_queries(6):
        page = client.get(URL)
    column = columns(page)["new"]
    assert (len(column.cards), column.total) == (min(count, 20), count)
    assert bool(column.older) is (count > 20)


def test_a_full_board_is_light(client):
    """Six columns of twenty cards weigh 60 KB at most before they are packed."""
    rows = many(126, name="Константин Константинопольский", company="Кубанские консервы Юга")
    Inquiry.objects.update(capex_mln_rub=1234.5, officer=maria().officer)
    for place, stage in enumerate(
        ("new", "qualified", "matching", "proposal", "visit", "agreement")
    ):
        keys = [row.pk for row in rows[place * 21 : place * 21 + 21]]
        Inquiry.objects.filter(pk__in=keys).update(stage=stage)
    client.force_login(gleb())
    page = client.get(URL)
    assert sum(len(column.cards) for column in page.context["columns"]) == 120
    assert len(page.content) <= 60_000


def test_counts_stop_at_a_thousand_and_take_the_sum_with_them(monkeypatch):
    many(3)
    Inquiry.objects.update(capex_mln_rub=200)
    column = board(Inquiry.objects.open(), gleb(), at=AT)[0]
    assert (column.total, column.more_than_counted, column.sum_mln_rub) == (3, False, 600)
    monkeypatch.setattr(board_of, "COUNTED", 2)
    column = board(Inquiry.objects.open(), gleb(), at=AT)[0]
    assert (column.total, column.more_than_counted, column.sum_mln_rub) == (2, True, None)


def test_what_has_no_step_stands_first_then_what_is_due_first():
    rows = many(4)
    for row, due_at in zip(rows, (AT, None, AT - timedelta(1), AT + timedelta(1)), strict=True):
        Inquiry.objects.filter(pk=row.pk).update(next_due_at=due_at)
    column = board(Inquiry.objects.open(), gleb(), at=AT)[0]
    assert cards(column) == [rows[1], rows[2], rows[0], rows[3]]
    assert [card.row.state for card in column.cards] == ["none", "late", "today", "ahead"]


def test_rot_is_counted_in_working_days_of_silence():
    silence = Silence(WorkCalendar(), at=AT)  # a Tuesday
    inquiry = Inquiry(opened_at=AT - timedelta(days=90), contacted_at=AT - timedelta(days=5))
    # Thursday: Friday, Monday and Tuesday have passed.
    assert silence.of(inquiry) == 3
    inquiry.next_due_at = AT + timedelta(hours=1)
    assert silence.of(inquiry) is None, "something is planned"
    inquiry.next_due_at = AT - timedelta(hours=1)
    assert silence.of(inquiry) == 3, "a step that is late is no plan"


def test_a_silent_one_without_a_step_is_called_so(client):
    inquiry = make_inquiry(at=timezone.now() - timedelta(days=40), route_to=maria())
    client.force_login(maria())
    assert "working days silent" in client.get(URL + "?lang=en").content.decode()
    inquiry.contacted(at=timezone.now())
    assert "working days silent" not in client.get(URL).content.decode()


def test_filters_are_those_of_the_table(client):
    mine = make_inquiry(at=timezone.now(), route_to=maria())
    make_inquiry(at=timezone.now(), route_to=boris())
    client.force_login(maria())
    assert cards(columns(client.get(URL + "?view=mine"))["new"]) == [mine]


def test_a_confidential_one_shows_its_code_name_alone(client):
    inquiry = make_inquiry(route_to=maria())
    inquiry.keep_confidential("Янтарь", by=maria(), at=timezone.now())
    client.force_login(boris())
    html = client.get(URL).content.decode()
    assert "Янтарь" in html
    assert "Агросад" not in html
