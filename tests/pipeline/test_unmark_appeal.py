"""Saying that an inquiry is no appeal after all."""

import pytest

from leads.models import Appeal
from tests.pipeline.appeals import make_appeal, url
from tests.world import andrey, boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def test_it_works(client):
    appeal = make_appeal()
    client.force_login(maria())
    client.post(url(appeal.inquiry, "unmark/"))
    assert not Appeal.objects.exists()
    assert not appeal.inquiry.clocks.running().filter(kind="registration").exists()
    assert (
        "Registration of the appeal"
        not in client.get(appeal.inquiry.get_absolute_url() + "?lang=en").content.decode()
    )


def test_a_registered_one_stays(client):
    appeal = make_appeal(number="1")
    client.force_login(maria())
    client.post(url(appeal.inquiry, "unmark/"))
    assert Appeal.objects.exists()


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    appeal = make_appeal()
    client.force_login(who())
    assert client.post(url(appeal.inquiry, "unmark/")).status_code == 403


def test_what_is_no_appeal_is_missing(client):
    client.force_login(maria())
    assert client.post(url(make_inquiry(route_to=maria()), "unmark/")).status_code == 404
