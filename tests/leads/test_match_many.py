"""Many inquiries matched again at once: the same as one by one, kept in short until looked at."""

from datetime import timedelta

import pytest

from districts.matching.need import Bounds, Need
from districts.models import Park
from leads import flow, tasks
from leads.ledger import recount
from leads.models import Inquiry, Match, MatchRun
from tests.world import AT, make_industry, make_inquiry, make_park, registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    monkeypatch.setattr("districts.land._current", None)


def inquiries(count, **need):
    made = [
        make_inquiry(figures=Need(land_ha=Bounds(5 + n, 5 + n), gas=n % 2 == 0, **need))
        for n in range(count)
    ]
    return Inquiry.objects.filter(pk__in=[one.pk for one in made]).order_by("pk")


def land():
    make_industry()
    for number in range(12):
        make_park(f"park-{number}", area_free_ha=4 + number, gas_free_m3h=number % 3 or None)
    registry_changed()


def one_more_park():
    make_park("park-new", area_free_ha=30, gas_free_m3h=500)
    return registry_changed()


def proposed(inquiry):
    rows = Match.objects.newest(inquiry).order_by("place", "rank")
    run = rows[0].run
    return run.excluded, list(rows.values("place", "rank", "park", "district", "score", "findings"))


def test_it_works():
    land()
    rows = inquiries(4)
    version = one_more_park()
    assert flow.match_many(rows, at=AT) == 4
    assert not Inquiry.objects.awaiting_match(version).exists()
    many = [proposed(inquiry) for inquiry in rows]
    one_by_one = []
    for inquiry in rows:
        flow.match(inquiry, at=AT)
        one_by_one.append(proposed(inquiry))
    assert many == one_by_one
    assert all("park-new" in [row["park"] for row in places] for _, places in many)


def test_nothing_is_laid_out_before_it_is_looked_at():
    land()
    rows = inquiries(2)
    before = Match.objects.count()
    one_more_park()
    flow.match_many(rows, at=AT)
    assert Match.objects.count() == before
    first = rows.first()
    run = first.match_runs.latest("pk")
    assert (run.laid_out, first.matched_anew) == (False, True)
    keys, scores = run.places["names"][2], run.places["scores"][1]
    shown = Match.objects.current(first, Match.Place.PARK)
    assert [(row.park_id, row.score) for row in shown] == list(zip(keys, scores, strict=True))
    run.refresh_from_db()
    assert (run.laid_out, Inquiry.objects.get(pk=first.pk).matched_anew) == (True, False)


def test_looking_twice_lays_out_once(django_assert_num_queries):
    land()
    rows = inquiries(1)
    one_more_park()
    flow.match_many(rows, at=AT)
    one, same = rows.get(), rows.get()
    first = list(Match.objects.newest(one))
    assert list(Match.objects.newest(same)) == first
    with django_assert_num_queries(1):
        assert list(Match.objects.newest(one)) == first


def test_findings_are_never_those_of_another_registry():
    land()
    rows = inquiries(1)
    one_more_park()
    flow.match_many(rows, at=AT)
    kept = rows.get().match_runs.latest("pk").places
    Park.objects.filter(pk="park-new").update(area_free_ha=6)
    registry_changed()
    shown = list(Match.objects.current(rows.get(), Match.Place.PARK))
    assert [row.park_id for row in shown] == kept["names"][2]
    assert [row.findings for row in shown] == [[]] * len(shown)
    assert shown[0].run.excluded == []


def test_what_is_offered_no_more_is_not_laid_out():
    land()
    rows = inquiries(1)
    one_more_park()
    flow.match_many(rows, at=AT)
    Park.objects.filter(pk="park-new").update(offered=False)
    registry_changed()
    shown = Match.objects.current(rows.get(), Match.Place.PARK)
    assert "park-new" not in [row.park_id for row in shown]


def test_where_nothing_differs_the_run_goes_on_to_stand():
    land()
    rows = inquiries(3)
    runs, told = MatchRun.objects.count(), [one.activities.count() for one in rows]
    make_park("park-far", area_free_ha=0.1)
    version = registry_changed()
    flow.match_many(rows, at=AT)
    assert MatchRun.objects.count() == runs
    assert [one.activities.count() for one in rows.all()] == told
    assert [one.registry_version for one in rows.all()] == [version] * 3
    assert not rows.filter(matched_anew=True)


def test_other_scores_are_kept_and_other_places_are_told():
    land()
    rows = inquiries(1)
    told = rows.get().activities.count()
    # Of the least park that is large enough: more room there makes no other order.
    Park.objects.filter(pk="park-2").update(area_free_ha=6.4)
    registry_changed()
    flow.match_many(rows, at=AT)
    assert rows.get().matched_anew
    assert rows.get().activities.count() == told
    one_more_park()
    flow.match_many(rows, at=AT)
    assert rows.get().activities.count() == told + 1


def test_a_changed_need_makes_a_new_run_though_the_places_stay():
    land()
    rows = inquiries(1)
    runs = MatchRun.objects.count()
    inquiry = rows.get()
    inquiry.need.take(Need(land_ha=Bounds(5, 5), gas=True, jobs=Bounds(20, 20)))
    inquiry.need.save()
    registry_changed()
    flow.match_many(rows, at=AT)
    assert MatchRun.objects.count() == runs + 1


def test_a_machine_leaves_the_inquiry_where_it_stands_in_the_lists():
    land()
    rows = inquiries(1)
    before = rows.get().last_activity_at
    one_more_park()
    flow.match_many(rows, at=AT.replace(year=2027))
    assert rows.get().last_activity_at == before


@pytest.mark.parametrize("count", [1, 8])
def test_the_statements_are_as_many_for_any_number(count, django_assert_max_num_queries):
    land()
    rows = inquiries(count)
    one_more_park()
    with django_assert_max_num_queries(18):
        flow.match_many(rows, at=AT)  # the land read anew among them


def test_what_is_no_project_is_passed_over():
    land()
    make_inquiry(kind="consultation")
    assert flow.match_many(Inquiry.objects.all(), at=AT) == 0
    assert flow.match_many(Inquiry.objects.none(), at=AT) == 0


def test_a_need_without_a_wish_has_no_places():
    land()
    rows = Inquiry.objects.filter(pk=make_inquiry(figures=Need()).pk)
    one_more_park()
    flow.match_many(rows, at=AT)
    assert not Match.objects.newest(rows.get()).exists()


def test_where_one_fails_the_others_are_matched_by_the_sweep(monkeypatch):
    land()
    rows = list(inquiries(3))
    registry_changed()
    bad = rows[1].pk
    rank = flow.matching.Land.rank

    def fail(self, need, *, on):
        if need.land_ha.min == 6:
            raise RuntimeError("a need that breaks the match")
        return rank(self, need, on=on)

    def fail_all(self, needs, *, on):
        raise RuntimeError("one of them breaks the match")

    monkeypatch.setattr(flow.matching.Land, "rank", fail)
    monkeypatch.setattr(flow.matching.Land, "order_many", fail_all)
    assert tasks.sweep()["leads.match"] == 2
    runs = MatchRun.objects.filter(inquiry__in=rows).values_list("inquiry", flat=True)
    assert sorted(runs).count(bad) == 1
    assert len(runs) == 5


def test_it_keeps_its_place_in_the_lists_and_the_ledger_agrees():
    land()
    row = inquiries(1).get()
    one_more_park()
    later = AT + timedelta(minutes=1)
    assert flow.match_many(Inquiry.objects.all(), at=later) == 1
    assert row.activities.filter(kind="matched", at=later).exists()
    assert Inquiry.objects.get(pk=row.pk).last_activity_at == row.last_activity_at
    assert "last_activity_wrong" not in recount(later).differences
