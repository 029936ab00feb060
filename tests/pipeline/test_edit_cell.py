"""A cell of the table edited in its place."""

from datetime import timedelta

import pytest
from django.utils import timezone

from districts.matching.need import Bounds, Need
from leads import flow
from leads.models import Inquiry
from tests.world import boris, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry, cell="amount"):
    return f"/inquiries/{inquiry.number}/cell/{cell}/?lang=en"


def amount(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk).capex_mln_rub


def test_it_works(client):
    inquiry = make_inquiry(figures=Need(land_ha=Bounds(5, 5)), route_to=maria())
    client.force_login(maria())
    assert 'name="value" value=""' in client.get(url(inquiry)).content.decode()
    page = client.post(url(inquiry), {"value": "250,5", "was": ""})
    assert "250.5\xa0mln\xa0₽" in page.content.decode()
    assert amount(inquiry) == 250.5
    assert Inquiry.objects.get().need.figures().land_ha == Bounds(5, 5)


def test_what_is_no_amount_is_refused_and_stays_typed(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"value": "много", "was": ""})
    assert page.status_code == 422
    assert 'value="много"' in page.content.decode()
    assert amount(inquiry) is None


def test_anothers_amount_is_not_overwritten_unseen(client):
    inquiry = make_inquiry(route_to=maria())
    flow.change_need(inquiry, Need(capex_mln_rub=300), by=gleb(), at=timezone.now())
    client.force_login(maria())
    page = client.post(url(inquiry), {"value": "250", "was": ""})
    assert page.status_code == 422
    assert "300 stands there" in page.content.decode()
    assert amount(inquiry) == 300
    client.post(url(inquiry), {"value": "250", "was": "300"})
    assert amount(inquiry) == 250


def test_the_day_of_the_next_step(client):
    inquiry = make_inquiry(at=timezone.now(), route_to=maria())
    client.force_login(maria())
    day = timezone.localdate() + timedelta(days=14)
    assert client.post(url(inquiry, "due"), {"value": f"{day:%d.%m.%Y}"}).status_code == 200
    moved = inquiry.activities.get(kind="follow_up_moved")
    assert moved.data["step"] == "first_contact"
    assert client.post(url(inquiry, "due"), {"value": "вчера"}).status_code == 422


def test_those_who_may_not_and_no_such_cell(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(boris())
    assert client.get(url(inquiry)).status_code == 403
    client.force_login(maria())
    assert client.get(url(inquiry, "officer")).status_code == 404
