"""My day: what is late, what is due, what promises nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.models import FollowUp, Inquiry
from leads.models.leave import Leave
from leads.pipeline.my_day import my_day
from tests.world import AT, andrey, boris, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/my-day/"


def step(inquiry, due_at, **more):
    words = {"kind": "step", "owner": inquiry.officer, "rule": "by_hand", "opened_at": AT}
    return FollowUp.objects.create(inquiry=inquiry, due_at=due_at, **words | more)


def bare(who, **what):
    """An inquiry without its first promises."""
    inquiry = make_inquiry(route_to=who, **what)
    inquiry.follow_ups.open().close(by=None, at=AT)
    return inquiry


def test_it_works(client):
    inquiry = bare(maria())
    now = timezone.now()
    step(inquiry, now - timedelta(hours=1), subject="Выслать план")
    client.force_login(maria())
    html = client.get(URL).content.decode()
    for words in ("Выслать план", "Агросад", inquiry.number, "/complete/?back=my_day"):
        assert words in html, words


def test_steps_stand_by_their_day():
    inquiry = bare(maria())
    # AT is a Tuesday, 10:30 in Moscow.
    late = step(inquiry, AT - timedelta(minutes=1))
    today = step(inquiry, AT + timedelta(hours=3))
    tonight = step(inquiry, AT.replace(hour=20, minute=59))
    friday = step(inquiry, AT + timedelta(days=3))
    monday = step(inquiry, AT + timedelta(days=6))
    step(inquiry, AT, done_at=AT, outcome="reached")
    day = my_day(maria(), at=AT)
    assert day.overdue == [late]
    assert day.today == [today, tonight]
    assert day.later == [friday]
    assert day.next_step == friday
    FollowUp.objects.filter(pk=friday.pk).delete()
    assert my_day(maria(), at=AT).next_step == monday


def test_what_promises_nothing_and_what_waits(client):
    silent = bare(maria())
    waits = make_inquiry(route_to=maria())
    waits.wait(on="investor", until=None, by=maria(), at=AT)
    closed = make_inquiry(route_to=maria())
    closed.advance(to="won", by=maria(), at=AT)
    day = my_day(maria(), at=AT)
    assert day.without_step == [silent]
    assert day.awaiting_investor == [waits]


def test_only_ones_own_and_for_the_head_the_queue():
    make_inquiry(route_to=maria())
    unrouted = make_inquiry()
    at = AT + timedelta(days=1)
    assert my_day(boris(), at=at).overdue == []
    assert {one.inquiry for one in my_day(gleb(), at=at).overdue} == {unrouted}


def test_a_substitute_has_the_steps_of_whom_he_stands_in_for():
    inquiry = make_inquiry(route_to=maria())
    later = AT + timedelta(days=1)
    assert my_day(boris(), at=later).overdue == []
    days = {"first_on": later.date(), "last_on": later.date()}
    Leave.objects.create(officer=maria().officer, substitute=boris().officer, **days)
    assert {one.inquiry for one in my_day(boris(), at=later).overdue} == {inquiry}
    assert my_day(boris(), at=later + timedelta(days=1)).overdue == [], "only while he is away"


def test_nothing_left_says_what_comes(client):
    client.force_login(maria())
    assert "That is all for today" in client.get(URL + "?lang=en").content.decode()
    inquiry = bare(maria())
    step(inquiry, timezone.now() + timedelta(days=9), subject="Выслать план")
    html = client.get(URL + "?lang=en").content.decode()
    assert "The next step: Выслать план" in html


@pytest.mark.parametrize("who", [olga, andrey, dina, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403


def test_it_costs_the_same_whatever_the_rows(client, django_assert_num_queries):
    client.force_login(maria())
    for count in (1, 30):
        inquiry = bare(maria())
        Inquiry.objects.filter(pk=inquiry.pk).update(next_due_at=None)
        for days in range(-count, count):
            step(inquiry, timezone.now() + timedelta(hours=days))
            make_inquiry(route_to=maria()) if days == 0 else None
        with django_assert_num_queries(9):
            client.get(URL)
