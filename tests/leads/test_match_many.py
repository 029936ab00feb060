"""Many inquiries matched at once: the same as one by one, in no more statements."""

import pytest

from districts.matching.need import Bounds, Need
from leads import flow, tasks
from leads.models import Inquiry, MatchRun
from tests.world import AT, make_industry, make_inquiry, make_park, registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    monkeypatch.setattr("districts.land._current", None)


def inquiries(count):
    made = [
        make_inquiry(figures=Need(land_ha=Bounds(5 + n, 5 + n), gas=n % 2 == 0))
        for n in range(count)
    ]
    return Inquiry.objects.filter(pk__in=[one.pk for one in made]).select_related("need")


def land():
    make_industry()
    for number in range(12):
        make_park(f"park-{number}", area_free_ha=4 + number, gas_free_m3h=number % 3 or None)
    registry_changed()


def stored(inquiry):
    run = inquiry.match_runs.latest("pk")
    rows = run.matches.order_by("place", "rank")
    return run.excluded, list(rows.values("place", "rank", "park", "district", "score", "findings"))


def test_it_works():
    land()
    rows = inquiries(4)
    one_by_one = [stored(inquiry) for inquiry in rows]
    runs = flow.match_many(rows, at=AT)
    assert [run.inquiry for run in runs] == list(rows)
    assert [stored(inquiry) for inquiry in rows] == one_by_one
    assert all(places for _, places in one_by_one)
    for inquiry in rows:
        assert inquiry.activities.filter(kind="matched").count() == 2


def test_it_brings_all_to_the_new_version(django_assert_max_num_queries):
    land()
    rows = inquiries(6)
    version = registry_changed()
    with django_assert_max_num_queries(20):
        flow.match_many(rows, at=AT)  # the land read anew among them
    assert not Inquiry.objects.awaiting_match(version).exists()


@pytest.mark.parametrize("count", [1, 8])
def test_the_statements_are_as_many_for_any_number(count, django_assert_max_num_queries):
    land()
    rows = list(inquiries(count))
    with django_assert_max_num_queries(12):
        flow.match_many(rows, at=AT)


def test_what_is_no_project_is_passed_over():
    land()
    make_inquiry(kind="consultation")
    assert flow.match_many(Inquiry.objects.all(), at=AT) == []
    assert flow.match_many([], at=AT) == []


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

    monkeypatch.setattr(flow.matching.Land, "rank", fail)
    assert tasks.sweep()["leads.match"] == 2
    runs = MatchRun.objects.filter(inquiry__in=rows).values_list("inquiry", flat=True)
    assert sorted(runs).count(bad) == 1
    assert len(runs) == 5
