"""What must hold for any need and any park. The first property alone tries 300 × 60 pairs."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from districts.matching.ranking import explain, rank
from tests.matching import made_up, plain
from tests.matching.strategies import figures, needs, parks

TODAY = date(2026, 11, 22)
CAPACITIES = {
    "power_free_mw": "power_mw",
    "gas_free_m3h": "gas_m3h",
    "water_free_m3d": "water_m3d",
    "sewage_free_m3d": "sewage_m3d",
}
FORGOTTEN = [
    *((name,) for name in (*CAPACITIES, "rail", "hazard_class_accepted", "kind", "stage")),
    ("largest_plot_ha", "area_free_ha"),
]
catalogues = st.lists(parks, min_size=1, max_size=14, unique_by=lambda park: park.id)
widely = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
often = settings(widely, max_examples=150)


def everyone(ranking):
    return [*ranking.districts, *ranking.parks, *ranking.near]


@widely
@given(needs)
def test_no_hard_limit_is_violated_and_no_fitting_park_is_refused(need):
    land = made_up.plain()
    ranking = rank(need, made_up.snapshot(), at=TODAY)
    first_failed = {}
    for park in land.parks:
        failed = [n for n, met in plain.limits(need, park, land, TODAY.year) if met is False]
        if failed and park.offered is not False:
            first_failed[park.id] = failed[0]
    assert {e.id: e.criterion for e in ranking.excluded} == first_failed
    fitting = 58 - len(first_failed)
    assert len(ranking.parks) == min(10, fitting)
    assert not {place.id for place in ranking.parks} & first_failed.keys()


@often
@given(needs, catalogues)
def test_it_agrees_with_plain_python(need, catalogue):
    districts, best = plain.rank(need, made_up.plain(catalogue), TODAY.year)
    ranking = rank(need, made_up.with_parks(catalogue), at=TODAY)
    assert [p.score for p in ranking.parks] == pytest.approx([s for _, s in best], abs=0.011)
    clear = {round(score, 1) for _, score in best}
    if len(clear) == len(best):
        assert [place.id for place in ranking.parks] == [name for name, _ in best]
    implied = {place.district for place in ranking.parks[:3]}
    kept = [place for place in ranking.districts if place.id not in implied]
    scores = dict(districts)
    assert all(scores[place.id] == pytest.approx(place.score, abs=0.011) for place in kept)


@often
@given(needs, catalogues)
def test_points_add_up_to_the_score(need, catalogue):
    for place in everyone(rank(need, made_up.with_parks(catalogue), at=TODAY)):
        assert 0 <= place.score <= 100
        assert sum(f.points for f in place.findings) == pytest.approx(place.score, abs=0.01)
        assert all(f.points >= 0 for f in place.findings)
        assert all(f.points == 0 for f in place.findings if f.state == "unknown")


@often
@given(needs, catalogues, st.sampled_from(sorted(CAPACITIES)), figures(40), st.data())
def test_more_capacity_never_lowers_a_place(need, catalogue, column, more, data):
    park = data.draw(st.sampled_from(catalogue))
    known = getattr(park, column)
    assume(known is not None)
    richer = replace(park, **{column: known + more})
    before = [p.id for p in rank(need, made_up.with_parks(catalogue), at=TODAY).parks]
    changed = [richer if other is park else other for other in catalogue]
    after = [p.id for p in rank(need, made_up.with_parks(changed), at=TODAY).parks]
    if park.id in before:
        assert after.index(park.id) <= before.index(park.id)


@often
@given(needs, catalogues, parks)
def test_another_park_never_reorders_the_others(need, catalogue, newcomer):
    assume(newcomer.id not in {park.id for park in catalogue})
    before = [(p.id, p.score) for p in rank(need, made_up.with_parks(catalogue), at=TODAY).parks]
    ranking = rank(need, made_up.with_parks([*catalogue, newcomer]), at=TODAY)
    after = [(p.id, p.score) for p in ranking.parks if p.id != newcomer.id]
    assert after == before[: len(after)]
    assert len(before) - len(after) <= 1


@often
@given(needs, catalogues, st.randoms(use_true_random=False))
def test_the_same_input_gives_the_same_order(need, catalogue, dice):
    shuffled = list(catalogue)
    dice.shuffle(shuffled)
    one = rank(need, made_up.with_parks(catalogue), at=TODAY)
    other = rank(need, made_up.with_parks(shuffled), at=TODAY)
    assert one.districts == other.districts
    assert one.parks == other.parks
    assert one.near == other.near
    assert one.excluded == other.excluded


@widely
@given(needs, parks, st.sampled_from(FORGOTTEN))
def test_unknown_never_beats_confirmed(need, park, columns):
    assume(park.offered is not False)
    unsure = replace(park, id="park_000", **dict.fromkeys(columns))
    both = rank(need, made_up.with_parks([park, unsure]), at=TODAY)
    states = {p.id: [f.criterion for f in p.findings if f.state == "unknown"] for p in both.parks}
    if len(states) == 2 and states["park_000"] != states[park.id]:
        assert [place.id for place in both.parks] == [park.id, "park_000"]


@often
@given(needs, catalogues)
def test_confirmed_stand_above_unconfirmed(need, catalogue):
    ranking = rank(need, made_up.with_parks(catalogue), at=TODAY)
    land = made_up.plain(catalogue)
    unsure = [
        None in [met for _, met in plain.limits(need, land.park[place.id], land, TODAY.year)]
        or any(
            f.criterion == "profile" and f.state == "missed" and not f.points
            for f in place.findings
        )
        for place in ranking.parks
    ]
    assert unsure == sorted(unsure)


@often
@given(needs, catalogues)
def test_near_misses_stand_in_only_where_nothing_fits(need, catalogue):
    ranking = rank(need, made_up.with_parks(catalogue), at=TODAY)
    open_parks = [p for p in catalogue if p.offered is not False and p.stage != "closed"]
    if ranking.parks:
        assert ranking.near == ()
    else:
        assert len(ranking.near) == min(10, len(open_parks))
    for place in ranking.near:
        assert any(f.state == "missed" for f in place.findings)


@often
@given(needs, catalogues)
def test_the_first_parks_bring_their_districts(need, catalogue):
    ranking = rank(need, made_up.with_parks(catalogue), at=TODAY)
    listed = [place.id for place in ranking.districts]
    assert {place.district for place in ranking.parks[:3]} <= set(listed)
    assert len(listed) <= 10
    assert [p.score for p in ranking.districts] == sorted(
        (p.score for p in ranking.districts), reverse=True
    )


@often
@given(needs, catalogues)
def test_asking_about_a_place_tells_the_same(need, catalogue):
    land = made_up.with_parks(catalogue)
    for place in everyone(rank(need, land, at=TODAY)):
        assert explain(need, land, place.id, at=TODAY) == place
