"""Forwarding an appeal to the competent body, with a notice to whoever appealed."""

import pytest

from leads.models import Message
from tests.pipeline.appeals import clock, make_appeal, url
from tests.world import andrey, boris, maria

pytestmark = pytest.mark.django_db
ASKED = {"body": "Минсельхоз края", "told": "letter", "to": "p@example.com"}


def test_it_works(client):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    assert client.get(url(appeal.inquiry, "forward/")).status_code == 200
    client.post(url(appeal.inquiry, "forward/"), ASKED)
    letter = Message.objects.get(kind="forwarding")
    assert "Минсельхоз края" in letter.body
    assert clock(appeal).stopped_at is None, "not before the notice has gone"


def test_on_paper_it_ends_the_term_and_can_be_undone(client):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    client.post(url(appeal.inquiry, "forward/"), ASKED | {"told": "paper", "on": "сегодня"})
    assert clock(appeal).stop_event == "forwarded"
    page = client.get(appeal.inquiry.get_absolute_url()).content.decode()
    assert "Минсельхоз края" in page
    row = appeal.inquiry.activities.get(kind="appeal_forwarded")
    client.post(f"/history/{row.pk}/undo/")
    assert clock(appeal).stopped_at is None


def test_in_part_the_term_of_the_rest_runs_on(client):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    given = ASKED | {"told": "paper", "on": "сегодня", "in_part": "on"}
    client.post(url(appeal.inquiry, "forward/"), given)
    assert clock(appeal).stopped_at is None


@pytest.mark.parametrize("change", [{"body": ""}, {"to": ""}, {"told": "paper", "on": "x"}])
def test_what_is_wrong_is_said(client, change):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    assert client.post(url(appeal.inquiry, "forward/"), ASKED | change).status_code == 422


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    appeal = make_appeal(number="12-7")
    client.force_login(who())
    assert client.post(url(appeal.inquiry, "forward/"), ASKED).status_code == 403


def test_one_that_is_not_registered_is_missing(client):
    client.force_login(maria())
    assert client.get(url(make_appeal().inquiry, "forward/")).status_code == 404
