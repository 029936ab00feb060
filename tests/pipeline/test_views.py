"""The views of the pipeline and its orders: what each shows, and what stands first."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from districts.matching.need import Need
from leads.models import Inquiry
from leads.pipeline.filters import ORDERS
from leads.pipeline.rows import for_list
from tests.pipeline.test_pipeline import URL, many, numbers
from tests.world import boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_the_order_stands_in_the_heading_and_the_address(client):
    many(3)
    for row, amount in zip(Inquiry.objects.order_by("pk"), (20, None, 300), strict=True):
        Inquiry.objects.filter(pk=row.pk).update(capex_mln_rub=amount)
    client.force_login(maria())
    page = client.get(URL + "?sort=-amount")
    assert [row.inquiry.capex_mln_rub for row in page.context["rows"]] == [300, 20, None]
    assert 'aria-sort="descending"' in page.content.decode()
    assert 'href="?sort=amount"' in page.content.decode()


def test_what_is_late_does_not_sink_in_ones_own(client):
    at = timezone.now()
    late = make_inquiry(at=at - timedelta(days=30), route_to=maria())
    new = make_inquiry(at=at, route_to=maria())
    client.force_login(maria())
    assert numbers(client.get(URL + "?view=mine")) == [late.number, new.number]
    assert numbers(client.get(URL)) == [new.number, late.number]


def test_every_view_shows_its_own(client):
    at = timezone.now()
    late = make_inquiry(at=at - timedelta(days=30), route_to=maria())
    bare = make_inquiry(at=at, route_to=boris())
    bare.follow_ups.open().close(by=None, at=at)
    waits = make_inquiry(at=at, route_to=maria())
    waits.wait(on="investor", by=maria(), at=at)
    large = make_inquiry(at=at, route_to=boris(), figures=Need(capex_mln_rub=900))
    lost = make_inquiry(at=at, route_to=boris())
    lost.advance(to="lost", lost_reason="money", by=boris(), at=at)
    client.force_login(maria())
    for view, expected in {
        "mine": {late, waits},
        "without": {bare},
        "overdue": {late},
        "waiting": {waits},
        "large": {large},
        "closed": {lost},
    }.items():
        page = client.get(f"{URL}?view={view}")
        assert set(numbers(page)) == {one.number for one in expected}, view
        assert [chip["query"] for chip in page.context["views"] if chip["current"]] == [
            f"view={view}"
        ]


def test_every_order_comes_off_an_index():
    rows = many(200)
    Inquiry.objects.filter(pk__in=[row.pk for row in rows[10:]]).update(stage="visit")
    mine, live = Inquiry.objects.filter(officer=1), Inquiry.objects.open()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE leads_inquiry")
        for other in ("seqscan", "bitmapscan", "sort", "hashjoin", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{other} = off")
    for found, name, index in (
        (live, "due", "inquiry_next_due"),
        (live, "amount", "inquiry_largest"),
        (live, "opened", "inquiry_oldest"),
        (live.filter(officer=1), "due", "inquiry_officer_due"),
        (mine, "activity", "inquiry_officer_newest"),
    ):
        for order in (ORDERS[name], ORDERS[name].turned()):
            plan = for_list(found).order_by(*order.columns())[:51].explain()
            assert index in plan, (name, plan)
            assert "Sort Key: leads_inquiry" not in plan
