"""Numpy and one SQL statement over the same registry give the same limits, scores and order."""

import random
from datetime import date

import pytest

from districts.matching.judging import judge
from districts.matching.need import Bounds, IndustryGuess, Need
from districts.matching.snapshot import KINDS
from districts.matching.weights import DEFAULT_WEIGHTS
from tests.matching import made_up, oracle

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
COUNT = 1000


def random_needs(count, seed=7):
    """Anything that may be asked, at the limits of the parks as often as beside them."""
    dice = random.Random(seed)
    rows = made_up.rows()
    parks = rows["parks"]

    def perhaps(value, chance=0.4):
        return value if dice.random() < chance else None

    def near(figure):
        known = [getattr(park, figure) for park in parks if getattr(park, figure)]
        return round(dice.choice(known) * dice.choice([0.1, 0.5, 0.9, 1, 1, 1.1]), 3)

    def some(choices, most):
        return tuple(dice.sample(choices, dice.randrange(most + 1)))

    codes = [row.code for row in rows["industries"]] + ["alchemy"]
    places = [row.id for row in rows["districts"]] + ["atlantis"]
    for _ in range(count):
        land = near("largest_plot_ha")
        yield Need(
            industries=tuple(
                IndustryGuess(code, dice.choice([1.0, 0.8, 0.31, 0.0])) for code in some(codes, 3)
            ),
            land_ha=dice.choice(
                [Bounds(), Bounds(land), Bounds(None, land), Bounds(land, land), Bounds(0, land)]
            ),
            power_mw=perhaps(near("power_free_mw")),
            gas=perhaps(dice.random() < 0.8),
            gas_m3h=perhaps(dice.choice([0, near("gas_free_m3h")])),
            water_m3d=perhaps(near("water_free_m3d")),
            sewage_m3d=perhaps(near("sewage_free_m3d")),
            rail=perhaps(dice.random() < 0.8),
            port=perhaps(dice.random() < 0.8),
            highway=perhaps(dice.random() < 0.8),
            airport=perhaps(dice.random() < 0.8),
            kinds=some([*KINDS, "castle"], 3),
            start_year=perhaps(dice.randint(2025, 2029)),
            hazard_class=perhaps(dice.randint(1, 5)),
            districts_wanted=some(places, 2),
            districts_excluded=some(places, 2),
            parks_wanted=some([park.id for park in parks], 1),
        )


def hold_together(need, weights=DEFAULT_WEIGHTS):
    """Every place of both kinds; the order may differ where a rounding of 0.01 does."""
    snapshot = made_up.snapshot()
    judged = dict(
        zip(("district", "park"), judge(need, snapshot, weights, TODAY), strict=True),
    )
    columns = {"district": snapshot.districts, "park": snapshot.parks}
    answers = oracle.ask(need, TODAY.year, weights)
    for place, ours in judged.items():
        rows = [row for row in answers if row[0] == place]
        index = columns[place].index
        assert {row[1] for row in rows} == index.keys()
        for _, key, missed, doubts, score in rows:
            at = index[key]
            assert missed == (ours.missed is not None and bool(ours.missed[at])), key
            assert doubts == ours.doubts[at], key
            assert score == pytest.approx(ours.score(at), abs=0.0101), key
        theirs = [(row[1], row[4]) for row in rows if not row[2]]
        best = [(columns[place].ids[at], score) for at, score in ours.best(10)]
        for (one, score), (other, other_score) in zip(best, theirs, strict=False):
            assert one == other or score == pytest.approx(other_score, abs=0.0101)
        assert len(best) == min(10, len(theirs))


def test_it_works():
    oracle.store(made_up.rows())
    needs = list(random_needs(COUNT))
    for need in needs:
        hold_together(need)
    assert len(needs) == COUNT


def test_by_other_weights_too():
    oracle.store(made_up.rows())
    weights = DEFAULT_WEIGHTS
    for criterion, factor in (("power", 5.0), ("districts_wanted", 0.0), ("profile", 3.0)):
        weights = weights.scaled(criterion, factor)
    for need in random_needs(20, seed=8):
        hold_together(need, weights)


def test_every_criterion_was_asked():
    """What the needs never ask would never be compared."""
    asked, scored = set(), set()
    for need in random_needs(200):
        for ours in judge(need, made_up.snapshot(), DEFAULT_WEIGHTS, TODAY):
            asked |= {criterion.name for criterion in ours.criteria}
            scored |= {one.name for one in ours.criteria if one.judgement.share is not None}
    assert scored == DEFAULT_WEIGHTS.by_criterion.keys()
    assert asked - scored == {"districts_excluded"}
