"""What was decided about a place is taken back."""

import pytest

from tests.pipeline.test_choose_match import matched, place, url
from tests.world import AT, andrey, boris, maria

pytestmark = pytest.mark.django_db


def refused():
    inquiry = matched()
    place(inquiry).refuse(reason="price", note="дорого", by=maria(), at=AT)
    return inquiry


def test_it_works(client):
    inquiry = refused()
    client.force_login(maria())
    page = client.post(url(inquiry, place(inquiry), "reopen"))
    assert page.url == inquiry.get_absolute_url()
    match = place(inquiry)
    assert (match.state, match.state_reason) == ("proposed", "")
    assert inquiry.activities.get(kind="match_reopened").actor == maria()


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    inquiry = refused()
    client.force_login(who())
    assert client.post(url(inquiry, place(inquiry), "reopen")).status_code == 403
    assert place(inquiry).state == "refused"


def test_only_by_post(client):
    inquiry = refused()
    client.force_login(maria())
    assert client.get(url(inquiry, place(inquiry), "reopen")).status_code == 405
