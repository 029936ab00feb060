"""Beside our match, on tables of the same land: one SQL statement, and a loop over Django's rows.

And what a changed registry costs: needs matched again and stored with their findings, by the
thousand as the sweep does it, scaled down with the factor printed (REMATCH=100000 for all).
"""

import os
import random
from datetime import UTC, date, datetime
from statistics import median
from time import perf_counter

import pytest
from django.db import connection

from districts import land as land_of
from districts.matching import rows as plain_rows
from districts.models import District, Industry, Park, Priority, RegistryVersion, Shipment
from leads import flow
from leads.models import Contact, Inquiry, Investor, Need
from tests.bench.bench_matching import milliseconds
from tests.bench.made_up_land import needs, rows
from tests.matching import oracle, plain

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ALL = 100_000
COUNT = int(os.environ.get("REMATCH", 2_000))
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
    dice = random.Random(4)
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
        need.take(dice.choice(asked))
        rows_of_needs.append(need)
    Need.objects.bulk_create(rows_of_needs)


@pytest.mark.parametrize(("districts", "parks"), LANDS)
def test_matched_again_and_stored(stored_land, districts, parks):
    land = stored_land(districts, parks)
    store_inquiries(needs(500, districts), COUNT, districts)
    done, ranked, start = 0, 0.0, perf_counter()
    while True:
        owed = Inquiry.objects.awaiting_match(land.version).select_related("need").order_by("pk")
        batch = list(owed[:1000])
        if not batch:
            break
        done += len(flow.match_many(batch, at=AT))
    spent = perf_counter() - start
    for need in needs(200, districts):
        since = perf_counter()
        land.rank(need, on=TODAY)
        ranked += perf_counter() - since
    print(f"\n{districts} districts + {parks} parks: {done} needs matched again and stored")
    print(
        f"  {spent:.1f} s, {spent / done * 1000:.2f} ms each, "
        f"{ranked / 200 * 1000:.2f} ms of it in the match"
    )
    print(
        f"  × {ALL / done:g} is {spent * ALL / done:.0f} s for {ALL:,} on one worker (target 60 s)"
    )
    assert done == COUNT
