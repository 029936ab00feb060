"""An answer on paper ends the term of an appeal."""

import pytest

from tests.pipeline.appeals import clock, make_appeal, url
from tests.world import andrey, boris, maria

pytestmark = pytest.mark.django_db
GIVEN = {"number": "исх-77", "on": "сегодня"}


def test_it_works(client):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    page = client.post(url(appeal.inquiry, "paper/"), GIVEN, follow=True).content.decode()
    assert clock(appeal).stop_event == "paper"
    assert "исх-77" in page
    row = appeal.inquiry.activities.get(kind="appeal_answered")
    client.post(f"/history/{row.pk}/undo/")
    assert clock(appeal).stopped_at is None


def test_what_is_answered_is_not_answered_again(client):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    for _ in range(2):
        client.post(url(appeal.inquiry, "paper/"), GIVEN)
    assert appeal.inquiry.activities.filter(kind="appeal_answered").count() == 1


@pytest.mark.parametrize("on", ["", "завтра", "никогда"])
def test_what_is_wrong_is_said(client, on):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    assert client.post(url(appeal.inquiry, "paper/"), GIVEN | {"on": on}).status_code == 422


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    appeal = make_appeal(number="12-7")
    client.force_login(who())
    assert client.post(url(appeal.inquiry, "paper/"), GIVEN).status_code == 403


def test_one_that_is_not_registered_is_missing(client):
    client.force_login(maria())
    assert client.get(url(make_appeal().inquiry, "paper/")).status_code == 404
