"""A new inquiry that is another one once more."""

import pytest
from django.utils import timezone

from leads.ledger import recount
from leads.models import Inquiry
from tests.world import boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/pipeline/triage/{inquiry.number}/duplicate/?lang=en"


def test_it_works(client):
    first, second = make_inquiry(route_to=maria()), make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(second), {"of": first.number, "back": "/pipeline/triage/"})
    assert page.url == "/pipeline/triage/"
    second.refresh_from_db()
    assert (second.disposition, second.duplicate_of) == ("duplicate", first)
    assert not second.follow_ups.open().exists()
    assert not {"closed_with_step", "without_step"} & recount(timezone.now()).differences.keys()


@pytest.mark.parametrize("text", ["", "INV-2020-000001", "0", "самой себя", "99999999999999999999"])
def test_what_is_no_other_inquiry_is_refused(client, text):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    assert client.post(url(inquiry), {"of": text or inquiry.number}).status_code == 422
    assert Inquiry.objects.get().disposition == "live"


def test_the_last_digits_are_enough(client):
    first, second = make_inquiry(route_to=maria()), make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(second), {"of": str(int(first.number[-6:]))})
    assert Inquiry.objects.get(pk=second.pk).duplicate_of == first


def test_those_who_may_not(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(boris())
    assert client.get(url(inquiry)).status_code == 403
