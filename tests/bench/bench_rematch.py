"""Beside our match, on tables of the same land: one SQL statement, and a loop over Django's rows.

And what a changed registry costs: needs matched again and stored by the thousand as the sweep does
it, scaled down with the factor printed (REMATCH=100000 for all), beside numpy and COPY alone.
"""

import os
from datetime import UTC, date, datetime
from statistics import median
from time import perf_counter, process_time

import numpy as np
import pytest
from django.db import connection

from districts import land as land_of
from districts.matching import rows as plain_rows
from districts.models import (
    District,
    Industry,
    Park,
    Priority,
    RegistryVersion,
    Shipment,
    WeightSet,
)
from leads import flow
from leads.models import Contact, Inquiry, Investor, MatchRun, Need
from tests.bench.bench_matching import milliseconds
from tests.bench.made_up_land import needs, rows
from tests.matching import oracle, plain

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ALL = 100_000
COUNT = int(os.environ.get("REMATCH", 10_000))
LANDS = [(44, 46), (3_000, 20_000)]


@pytest.fixture
def stored_land(db, monkeypatch):
    monkeypatch.setattr(land_of, "_current", None)

    def store(districts, parks):
        oracle.store(rows(districts, parks))
        RegistryVersion.rise(at=AT)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        return land_of.current_land()

    return store


def naive(need, parks):
    """As a user would write it first: rows fetched one by one, each park asked on its own.

    Returns seconds a park; the rest of the land would cost as much again for each.
    """
    start = perf_counter()
    for park in parks:
        district = District.objects.get(pk=park.district_id)
        industries = [
            plain_rows.IndustryRow(i.pk, i.parent_id, tuple(i.okved))
            for i in Industry.objects.filter(pk__in=[g.code for g in need.industries])
        ]
        stated = [
            plain_rows.PriorityRow(p.district_id, p.industry.pk, p.basis, float(p.weight))
            for p in Priority.objects.filter(district=district)
        ]
        shipped = [
            plain_rows.ShipmentRow(s.district_id, s.year, float(s.bn_rub))
            for s in Shipment.objects.filter(district=district)
        ]
        names = {row.industry for row in stated} - {row.code for row in industries}
        industries += [
            plain_rows.IndustryRow(i.pk, i.parent_id, tuple(i.okved))
            for i in Industry.objects.filter(pk__in=names | set(park.industries))
            if i.pk not in {row.code for row in industries}
        ]
        one = plain.Land(industries, [district], [land_of._park(park)], stated, shipped)
        one.district[district.pk] = district
        list(plain.limits(need, one.parks[0], one, TODAY.year))
        plain.score(
            [
                *plain.park_shares(need, one.parks[0], one),
                *plain.district_shares(need, district, one),
            ]
        )
    return (perf_counter() - start) / len(parks)


@pytest.mark.parametrize(("districts", "parks"), LANDS)
def test_beside_sql_and_orm(stored_land, districts, parks):
    land = stored_land(districts, parks)
    asked = needs(60, districts)
    ours = median(milliseconds(lambda n: land.first(10, n, land.weights, on=TODAY), asked))
    statement = []
    for need in asked[:5]:
        start = perf_counter()
        oracle.ask(need, TODAY.year)
        statement.append((perf_counter() - start) * 1000)
    sample = list(Park.objects.offered()[:40])
    a_park = median(naive(need, sample) for need in asked[:2])
    loop = a_park * parks * 1000
    print(f"\n{districts} districts + {parks} parks, one need (database on this machine)")
    print(f"  ours, in the process               {ours:12.3f} ms of processor")
    sql = median(statement)
    print(f"  one SQL statement                  {sql:12.1f} ms  {sql / ours:9.0f}×")
    print(f"  naive ORM loop, 40 parks × {parks / 40:<7.4g} {loop:12.0f} ms  {loop / ours:9.0f}×")
    assert sql > ours


def store_inquiries(asked, count, districts):
    contact = Contact.objects.create(
        investor=Investor.objects.create(name="Made up", created_at=AT), name="A", created_at=AT
    )
    made = Inquiry.objects.bulk_create(
        Inquiry(
            number=f"INV-2026-{n:06d}",
            channel="web",
            investor=contact.investor,
            contact=contact,
            opened_at=AT,
            stage_since_at=AT,
            last_activity_at=AT,
        )
        for n in range(count)
    )
    rows_of_needs = []
    for inquiry in made:
        need = Need(inquiry=inquiry)
        need.take(asked[len(rows_of_needs)])
        rows_of_needs.append(need)
    Need.objects.bulk_create(rows_of_needs)


def rematched(land) -> tuple[int, float, float]:
    """All that is owed, as the sweep does it: how many, and the seconds of the best batch by the
    clock, and of the processor in this process, for one need."""
    done, clock, own = 0, [], []
    while True:
        start, busy = perf_counter(), process_time()
        owed = Inquiry.objects.awaiting_match(land.version).order_by("pk")
        some = flow.match_many(owed, at=AT)
        if not some:
            return done, min(clock), min(own)
        done += some
        clock.append((perf_counter() - start) / some)
        own.append((process_time() - busy) / some)


def arithmetic(asked, snapshot) -> float:
    """Seconds a need for numpy alone: eight criteria added up over all parks, and the best ten
    found, in blocks that stay in the cache."""
    parks = len(snapshot.parks.ids)
    rows_at_once = max(1, 46_000 // parks)
    share, unknown = np.ones((2, rows_at_once, parks), np.float32)
    rounds = []
    for _ in range(5):
        start = perf_counter()
        points, doubts = np.zeros_like(share), np.zeros_like(share)
        for _ in range(8):
            np.add(points, share, out=points)
            np.add(doubts, unknown, out=doubts)
        key = doubts - np.rint(points)
        np.argpartition(key, min(10, parks - 1), axis=1)
        rounds.append((perf_counter() - start) / rows_at_once)
    return min(rounds)


def copying(count: int) -> float:
    """Seconds a need for COPY alone: the kept runs again, into a bare table without an index."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE bare (need jsonb, places jsonb, mark text)")
        cursor.execute(
            "SELECT need::text, places::text, mark FROM leads_matchrun ORDER BY id DESC LIMIT %s",
            [count],
        )
        kept = cursor.fetchall()
        start = perf_counter()
        with cursor.copy("COPY bare FROM STDIN") as copy:
            for row in kept:
                copy.write_row(row)
        return (perf_counter() - start) / len(kept)


@pytest.mark.parametrize(("districts", "parks", "most"), [(44, 46, 10), (3_000, 20_000, 60)])
def test_matched_again_and_stored(stored_land, districts, parks, most):
    count = COUNT if parks < 1000 else max(COUNT // 4, 1000)
    land = stored_land(districts, parks)
    asked = needs(count, districts)
    store_inquiries(asked, count, districts)
    print(f"\n{districts} districts + {parks} parks, {count:,} needs of which none is like another")
    rematched(land)
    took = {}
    for round_ in range(2):
        heavier = {**land.weights.by_criterion, "area": 12 + round_, "evidence": 9}
        WeightSet.put_in_force(heavier, after=int(land.weights.version), by="", at=AT, note="")
        land = land_of.current_land()
        done, *best = rematched(land)
        assert done == count
        assert MatchRun.objects.filter(registry_version=land.version).count() >= 0.75 * count
        name = "four of five changed by new weights"
        took[name] = [min(pair) for pair in zip(took.get(name, best), best, strict=True)]
    RegistryVersion.rise(at=AT)
    land = land_of.current_land()
    done, *best = rematched(land)
    took["nothing changed but the version"] = best
    assert (done, MatchRun.objects.filter(registry_version=land.version).count()) == (count, 0)
    since = process_time()
    for _ in land.order_many(asked, on=TODAY):
        pass
    ranking = (process_time() - since) / count
    floors = arithmetic(asked, land.snapshot), copying(min(count, 2000))
    print(f"  in the ranking     {ranking * 1e6:6.0f} µs a need")
    print(f"  numpy floor        {floors[0] * 1e6:6.0f} µs a need, {ranking / floors[0]:.1f} ×")
    print(f"  COPY floor         {floors[1] * 1e6:6.0f} µs a need")
    print(f"  processes ready to run on this machine: {os.getloadavg()[0]:.1f}")
    for name, (clock, own) in took.items():
        print(
            f"  {name:34} {clock * 1e6:5.0f} µs a need ({own * 1e6:.0f} of them in this process)"
            f" × {ALL:,} = {clock * ALL:.1f} s (at most {most} s), "
            f"{clock / sum(floors):.1f} × the floors"
        )
    assert max(clock for clock, _ in took.values()) * ALL <= most
