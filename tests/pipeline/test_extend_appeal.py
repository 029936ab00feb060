"""Extending the term of an appeal, with a notice to whoever appealed."""

import pytest

from leads.models import Appeal, Message
from tests.pipeline.appeals import clock, make_appeal, url
from tests.world import andrey, boris, gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
ASKED = {"days": "30", "reason": "request", "told": "letter", "to": "p@example.com"}


def test_it_works(client):
    appeal, client_page = make_appeal(number="12-7"), "extend/"
    client.force_login(maria())
    assert "p@example.com" in client.get(url(appeal.inquiry, client_page)).content.decode()
    page = client.post(url(appeal.inquiry, client_page), ASKED, follow=True).content.decode()
    letter = Message.objects.get(kind="extension")
    assert f"withdraw-{letter.pk}" in page
    assert clock(appeal).rule == "statutory:30:calendar_days", "not before the notice has gone"
    client.post(f"/letters/{letter.pk}/withdraw/")
    letter.refresh_from_db()
    assert letter.state == "held"
    assert (
        "Write on"
        not in client.get(appeal.inquiry.get_absolute_url() + "?lang=en").content.decode()
    ), "its words are ours"


def test_on_paper_it_counts_at_once_and_can_be_undone(client):
    appeal = make_appeal(number="12-7", email="")
    client.force_login(gleb())
    client.post(url(appeal.inquiry, "extend/"), ASKED | {"told": "paper", "on": "сегодня"})
    assert clock(appeal).rule == "statutory:60:calendar_days"
    row = appeal.inquiry.activities.get(kind="appeal_extended")
    client.post(f"/history/{row.pk}/undo/")
    assert clock(appeal).rule == "statutory:30:calendar_days"


@pytest.mark.parametrize(
    "change",
    [
        {"days": "31"},
        {"days": "0"},
        {"days": "x"},
        {"reason": ""},
        {"reason": "lunch"},
        {"to": ""},
        {"to": "nobody"},
        {"told": ""},
        {"told": "paper", "on": "завтра"},
        {"told": "paper", "on": ""},
    ],
)
def test_what_is_wrong_is_said(client, change):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    page = client.post(url(appeal.inquiry, "extend/"), ASKED | change)
    assert page.status_code == 422
    assert not Message.objects.filter(kind="extension").exists()


def test_a_second_time_is_refused(client):
    appeal = make_appeal(number="12-7")
    client.force_login(maria())
    for _ in range(2):
        client.post(url(appeal.inquiry, "extend/"), ASKED | {"told": "paper", "on": "сегодня"})
    assert clock(appeal).rule == "statutory:60:calendar_days"
    assert appeal.inquiry.activities.filter(kind="appeal_extended").count() == 1


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    appeal = make_appeal(number="12-7")
    client.force_login(who())
    assert client.post(url(appeal.inquiry, "extend/"), ASKED).status_code == 403


def test_one_that_is_not_registered_has_no_term_yet(client):
    client.force_login(maria())
    assert client.get(url(make_appeal().inquiry, "extend/")).status_code == 404
    plain = make_inquiry(route_to=maria())
    assert client.get(url(plain, "extend/")).status_code == 404
    assert Appeal.objects.count() == 1
