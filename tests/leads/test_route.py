"""Routing: exactly one officer, or the visible queue; each decision says why the others lost."""

import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection

from districts.matching.need import IndustryGuess, Need
from leads import flow
from leads.models import Inquiry, RoutingRule
from tests.world import AT, boris, make_industry, make_inquiry, make_user, maria

pytestmark = pytest.mark.django_db


def reasons(decision) -> dict[int, str]:
    return {row["officer"]: row["lost"] for row in decision.candidates}


def test_it_works():
    officer = maria().officer
    inquiry = make_inquiry()
    decision = flow.route(inquiry, at=AT)
    inquiry.refresh_from_db()
    assert inquiry.officer == decision.officer == officer
    assert set(inquiry.follow_ups.open().values_list("owner", flat=True)) == {officer.pk}
    assert flow.route(inquiry, at=AT) is None, "routed once"


def test_nobody_free_leaves_it_on_the_queue():
    officer = maria().officer
    type(officer).objects.update(on_duty=False)
    inquiry = make_inquiry()
    decision = flow.route(inquiry, at=AT)
    assert decision.officer is None
    assert reasons(decision) == {officer.pk: "off_duty"}
    assert list(Inquiry.objects.awaiting_route()) == [inquiry]
    flow.route(inquiry, at=AT + timedelta(minutes=1))
    assert inquiry.routing_decisions.count() == 1, "the same refusal is not written twice"


def test_the_first_fitting_rule_decides():
    mine, other = maria().officer, boris().officer
    food = make_industry("food_processing")
    rule = RoutingRule.objects.create(position=1, name="food")
    rule.industries.add(food)
    rule.officers.add(other)
    figures = Need(industries=(IndustryGuess("food_processing", 1.0),))
    assert flow.route(make_inquiry(figures=figures), at=AT).rule == rule
    plain = flow.route(make_inquiry(), at=AT)
    assert (plain.officer, plain.rule) == (mine, None)


def test_a_rule_without_a_free_officer_gives_way():
    mine, other = maria().officer, boris().officer
    type(other).objects.filter(pk=other.pk).update(on_duty=False)
    RoutingRule.objects.create(position=1, name="all").officers.add(other)
    decision = flow.route(make_inquiry(), at=AT)
    assert decision.officer == mine
    assert {"officer": other.pk, "rule": RoutingRule.objects.get().pk, "lost": "off_duty"} in (
        decision.candidates
    )


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
    rule = RoutingRule.objects.create(
        position=1, name="band", capex_from_mln_rub=bounds[0], capex_below_mln_rub=bounds[1]
    )
    rule.officers.add(boris().officer)
    decision = flow.route(make_inquiry(figures=Need(capex_mln_rub=capex)), at=AT)
    assert (decision.rule == rule) is fits


def test_language_and_capacity_bar():
    mine, other = maria().officer, boris().officer
    type(mine).objects.filter(pk=mine.pk).update(languages=["ru"])
    type(other).objects.filter(pk=other.pk).update(capacity=0)
    decision = flow.route(make_inquiry(language="en"), at=AT)
    assert decision.officer is None
    assert reasons(decision) == {mine.pk: "language", other.pk: "at_capacity"}


def test_the_least_load_wins_then_the_longest_idle():
    mine, other = maria().officer, boris().officer
    make_inquiry(route_to=mine.user)
    decision = flow.route(make_inquiry(), at=AT)
    assert decision.officer == other
    assert reasons(decision)[mine.pk] == "more_load"
    third = flow.route(make_inquiry(), at=AT + timedelta(minutes=1))
    assert third.officer == mine, "equal load: he has waited longer or as long, and comes first"


@pytest.mark.django_db(transaction=True)
def test_forty_at_once_spread_evenly():
    for name in ("a", "b", "c", "d"):
        from leads.models import Officer

        Officer.objects.create(user=make_user(name, "manager"))
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
