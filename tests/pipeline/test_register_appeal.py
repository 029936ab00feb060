"""Registering an appeal: the thirty days of its answer begin."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.pipeline.appeals import clock, make_appeal, url
from tests.world import andrey, boris, make_inquiry, maria, olga

pytestmark = pytest.mark.django_db


def test_it_works(client):
    appeal = make_appeal()
    client.force_login(maria())
    given = {"number": "12-7", "registered_on": "сегодня", "to_forward": "on"}
    page = client.post(url(appeal.inquiry, "register/"), given, follow=True).content.decode()
    assert "12-7" in page
    assert {row.kind for row in appeal.inquiry.clocks.running()} >= {"statutory", "forwarding"}
    row = appeal.inquiry.activities.get(kind="appeal_registered")
    client.post(f"/history/{row.pk}/undo/")
    appeal.refresh_from_db()
    assert appeal.registered_on is None
    assert clock(appeal, "registration").stopped_at is None


def test_a_number_that_is_taken_is_said_and_nothing_typed_is_lost(client):
    make_appeal(number="12-7", name="Другой", phone="+7 918 765-43-21", company="")
    appeal = make_appeal()
    client.force_login(maria())
    given = {"number": "12-7", "registered_on": "сегодня"}
    page = client.post(url(appeal.inquiry, "register/") + "?lang=en", given)
    assert page.status_code == 422
    assert "has this number" in page.content.decode()
    assert 'value="12-7"' in page.content.decode()


@pytest.mark.parametrize(
    "given",
    [{}, {"number": "1", "registered_on": "завтра"}, {"number": "", "registered_on": "сегодня"}],
)
def test_what_is_wrong_is_said(client, given):
    appeal = make_appeal()
    client.force_login(maria())
    assert client.post(url(appeal.inquiry, "register/"), given).status_code == 422


def test_not_before_it_came(client):
    appeal = make_appeal()
    client.force_login(maria())
    day = timezone.localdate() - timedelta(days=1)
    given = {"number": "1", "registered_on": f"{day:%d.%m.%Y}"}
    assert client.post(url(appeal.inquiry, "register/"), given).status_code == 422


@pytest.mark.parametrize("who", [boris, andrey, olga])
def test_those_who_may_not(client, who):
    appeal = make_appeal()
    client.force_login(who())
    assert client.get(url(appeal.inquiry, "register/")).status_code == 403


def test_what_is_no_appeal_is_missing(client):
    client.force_login(maria())
    assert client.get(url(make_inquiry(route_to=maria()), "register/")).status_code == 404
