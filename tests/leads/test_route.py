"""Routing: exactly one officer, or the visible queue; each decision says why the others lost."""

import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection

from districts.matching.need import IndustryGuess, Need
from leads import flow
from leads.models import Inquiry, Leave, Notification, Officer, RoutingRule, Shift
from leads.worktime import OFFICE_WEEK
from tests.world import AT, boris, gleb, make_industry, make_inquiry, make_rule, make_user, maria

pytestmark = pytest.mark.django_db
FOOD = Need(industries=(IndustryGuess("food_processing", 1.0),))
TODAY = AT.date()


def reasons(decision) -> dict[int, str]:
    return {row["officer"]: row["lost"] for row in decision.candidates}


def change(user, **what) -> Officer:
    Officer.objects.filter(user=user).update(**what)
    return Officer.objects.get(user=user)


def officer(name: str, **what) -> Officer:
    """One who keeps the office's hours."""
    return Officer.objects.create(user=make_user(name, "manager"), **what)


def test_it_works():
    officer = maria().officer
    inquiry = make_inquiry()
    decision = flow.route(inquiry, at=AT)
    inquiry.refresh_from_db()
    assert inquiry.officer == decision.officer == officer
    assert set(inquiry.follow_ups.open().values_list("owner", flat=True)) == {officer.pk}
    assert flow.route(inquiry, at=AT) is None, "routed once"


@pytest.mark.parametrize("channel", Inquiry.Channel.values)
def test_every_channel_is_routed_alike(channel):
    maria()
    assert flow.route(make_inquiry(channel=channel), at=AT).officer == maria().officer


def test_nobody_free_leaves_it_on_the_queue():
    officer = change(maria(), on_duty=False)
    inquiry = make_inquiry()
    decision = flow.route(inquiry, at=AT)
    assert decision.officer is None
    assert reasons(decision) == {officer.pk: "off_duty"}
    assert list(Inquiry.objects.awaiting_route()) == [inquiry]
    flow.route(inquiry, at=AT + timedelta(minutes=1))
    assert inquiry.routing_decisions.count() == 1, "the same refusal is not written twice"


def test_the_head_is_told_once_of_one_whom_no_shift_will_help():
    change(maria(), languages=["ru"])
    head, lost = gleb(), make_inquiry(language="zh")
    flow.route(make_inquiry(), at=AT)
    for minutes in range(3):
        change(maria(), on_duty=minutes % 2)
        flow.route(lost, at=AT + timedelta(minutes=minutes))
    assert lost.routing_decisions.count() == 3, "the refusals differ"
    assert Notification.objects.of_user(head).get().inquiry == lost


def test_the_first_fitting_rule_decides():
    mine, other = maria().officer, boris().officer
    make_industry("food_processing")
    rule = make_rule("food", boris(), industries=["food_processing"])
    decision = flow.route(make_inquiry(figures=FOOD), at=AT)
    assert (decision.officer, decision.rule, decision.rule_version) == (other, rule, 1)
    plain = flow.route(make_inquiry(), at=AT)
    assert (plain.officer, plain.rule, plain.rule_version) == (mine, None, None)


def test_a_rule_without_a_free_officer_gives_way():
    mine, other = maria().officer, change(boris(), on_duty=False)
    make_rule("all", boris())
    decision = flow.route(make_inquiry(), at=AT)
    assert decision.officer == mine
    lost = {"officer": other.pk, "rule": RoutingRule.objects.deciding().get().pk}
    assert lost | {"lost": "off_duty"} in decision.candidates


@pytest.mark.parametrize("off", ["switch", "remove"])
def test_a_rule_that_is_off_or_gone_decides_nothing(off):
    maria()
    rule = make_rule("all", boris())
    rule.switch(on=False, by=None, at=AT) if off == "switch" else rule.remove(at=AT)
    assert flow.route(make_inquiry(), at=AT).rule is None


@pytest.mark.parametrize(
    ("bounds", "capex", "fits"),
    [
        ((None, 50), 49.9, True),
        ((None, 50), 50, False),
        ((50, 100), 50, True),
        ((50, 100), None, False),
        ((None, None), None, True),
    ],
)
def test_capex_bands(bounds, capex, fits):
    maria()
    low, high = bounds
    rule = make_rule("band", boris(), capex_from_mln_rub=low, capex_below_mln_rub=high)
    decision = flow.route(make_inquiry(figures=Need(capex_mln_rub=capex)), at=AT)
    assert (decision.rule == rule) is fits


def test_language_and_capacity_bar():
    mine, other = change(maria(), languages=["ru"]), change(boris(), capacity=0)
    decision = flow.route(make_inquiry(language="en"), at=AT)
    assert decision.officer is None
    assert reasons(decision) == {mine.pk: "language", other.pk: "at_capacity"}


def test_the_least_load_wins_then_the_longest_idle():
    mine, other = maria().officer, boris().officer
    make_inquiry(route_to=mine.user, phone="+7 918 000-00-01")
    decision = flow.route(make_inquiry(), at=AT)
    assert decision.officer == other
    assert reasons(decision)[mine.pk] == "more_load"
    third = flow.route(make_inquiry(), at=AT + timedelta(minutes=1))
    assert third.officer == mine, "equal load: he has waited longer or as long, and comes first"


def test_load_is_counted_by_share():
    mine, other = change(maria(), weight=3), boris().officer
    got = Counter(flow.route(make_inquiry(), at=AT).officer for _ in range(8))
    assert got == {mine: 6, other: 2}


def test_it_costs_the_same_whatever_the_officers_and_the_rules(django_assert_num_queries):
    for n in range(8):
        one = officer(f"officer{n}")
        Shift.set_for(one, OFFICE_WEEK)
        Leave.plan(one, first_on=TODAY - timedelta(days=9), last_on=TODAY - timedelta(days=1))
        make_rule(f"rule {n}", one.user, language="zh")
    inquiry = make_inquiry()
    with django_assert_num_queries(25):
        flow.route(inquiry, at=AT)


@pytest.mark.django_db(transaction=True)
def test_forty_at_once_spread_evenly():
    for name in ("a", "b", "c", "d"):
        officer(name)
    inquiries = [make_inquiry() for _ in range(40)]

    def work(mine):
        for inquiry in mine:
            flow.route(inquiry, at=AT)
        connection.close()

    # Every inquiry is given to two threads: one of them must find it taken.
    threads = [threading.Thread(target=work, args=(inquiries[n % 4 :: 4],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    loads = Counter(Inquiry.objects.values_list("officer", flat=True))
    assert sorted(loads.values()) == [10, 10, 10, 10]
    assert Inquiry.objects.filter(routing_decisions__isnull=False).count() == 40
