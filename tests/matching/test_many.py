"""Many needs at once against one after another: the same places, order and scores."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from districts.matching import many
from districts.matching.many import order_many
from districts.matching.need import Bounds, Need
from districts.matching.ranking import rank
from districts.matching.rules import DISTRICT_RULES, PARK_RULES
from districts.matching.rules.question import reads_of
from districts.matching.snapshot import Snapshot
from districts.matching.weights import DEFAULT_WEIGHTS
from tests.bench.made_up_land import needs, rows
from tests.matching import made_up
from tests.matching.strategies import needs as any_need

TODAY = date(2026, 11, 22)


def told(order, snapshot):
    return (
        [snapshot.districts.ids[place] for place in order.districts],
        order.district_scores,
        [snapshot.parks.ids[place] for place in order.parks],
        order.park_scores,
        order.near,
        order.asks,
    )


def one_by_one(need, snapshot, weights=DEFAULT_WEIGHTS):
    ranking = rank(need, snapshot, weights, at=TODAY)
    parks = ranking.parks or ranking.near
    return (
        [place.id for place in ranking.districts],
        [place.score for place in ranking.districts],
        [place.id for place in parks],
        [place.score for place in parks],
        not ranking.parks,
        ranking.asks,
    )


def check(asked, snapshot, weights=DEFAULT_WEIGHTS):
    found = list(order_many(asked, snapshot, weights, at=TODAY))
    assert [told(one, snapshot) for one in found] == [
        one_by_one(need, snapshot, weights) for need in asked
    ]


def test_it_works():
    check([Need(power_mw=5), Need(land_ha=Bounds(3, 5), gas=True), Need()], made_up.snapshot())


@settings(max_examples=150, deadline=None)
@given(asked=st.lists(any_need, min_size=1, max_size=12))
def test_any_needs(asked):
    check(asked, made_up.snapshot())


@pytest.mark.parametrize("block", [1, 7, 1000])
def test_the_block_is_no_matter(block, monkeypatch):
    monkeypatch.setattr(many, "BLOCK", block)
    check(needs(60, 44), Snapshot.compile(**rows(44, 46), version="t"))


def test_a_large_land_is_asked_one_need_after_another():
    check(needs(5, 300), Snapshot.compile(**rows(300, 1100), version="t"))


def test_other_weights():
    weights = DEFAULT_WEIGHTS.scaled("area", 3).scaled("profile", 0)
    check(needs(40, 44), Snapshot.compile(**rows(44, 46), version="t"), weights)


def test_without_parks_or_districts():
    check(needs(3, 4), Snapshot.compile(**rows(4, 0), version="t"))


class _Spy:
    """A need that tells what was read of it."""

    def __init__(self, need):
        self.need, self.seen = need, set()

    def __getattr__(self, name):
        self.seen.add(name)
        return getattr(self.need, name)


@pytest.mark.parametrize("rule", [*PARK_RULES, *DISTRICT_RULES], ids=lambda rule: rule.__name__)
def test_a_rule_reads_no_more_than_it_names(rule):
    named = _Spy(Need())
    reads_of(rule)(named)
    land = made_up.snapshot()
    for need in (Need(), *needs(60, 44)):
        spy = _Spy(need)
        question = many.Question.put(spy, land, TODAY)
        spy.seen.clear()
        rule(question)
        assert spy.seen <= named.seen
