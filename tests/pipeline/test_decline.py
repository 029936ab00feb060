"""A new inquiry declined, with its reason by one key."""

import pytest
from django.utils import timezone

from leads.ledger import recount
from leads.models import Inquiry
from leads.pipeline.forms.triage import DECLINES
from tests.world import boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/pipeline/triage/{inquiry.number}/decline/?lang=en"


def test_it_works(client):
    client.force_login(maria())
    for reason, (stage, disposition, lost) in {
        "not_a_project": ("new", "not_a_project", ""),
        "spam": ("new", "spam", ""),
        "no_site": ("lost", "live", "no_site"),
        "money": ("lost", "live", "money"),
        "no_answer": ("lost", "live", "no_answer"),
        "other": ("lost", "live", "other"),
    }.items():
        inquiry = make_inquiry(route_to=maria())
        client.post(url(inquiry), {"reason": reason})
        inquiry.refresh_from_db()
        found = (inquiry.stage, inquiry.disposition, inquiry.lost_reason)
        assert found == (stage, disposition, lost), reason
        assert not inquiry.is_open
    assert (
        not {"closed_with_step", "closed_with_next_due"}
        & recount(timezone.now()).differences.keys()
    )
    assert len(DECLINES) == 6, "a digit for each"


@pytest.mark.parametrize("reason", ["", "nonsense", "duplicate"])
def test_without_a_reason_nothing_is_declined(client, reason):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"reason": reason}, follow=True)
    assert "Say why it is declined" in page.content.decode()
    assert Inquiry.objects.get().is_open


def test_it_is_undone(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    client.post(url(inquiry), {"reason": "spam"})
    client.post(f"/history/{inquiry.activities.get(kind='set_aside').pk}/undo/")
    assert Inquiry.objects.get().is_open
    assert inquiry.follow_ups.open().count() == 2


def test_those_who_may_not(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(boris())
    assert client.post(url(inquiry), {"reason": "spam"}).status_code == 403
