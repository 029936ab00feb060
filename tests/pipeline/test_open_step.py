"""A next step with its subject and its day."""

from datetime import timedelta

import pytest
from django.utils import timezone

from leads.pipeline.typed_day import read_day
from tests.world import andrey, boris, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(inquiry):
    return f"/inquiries/{inquiry.number}/next-step/"


def test_it_works(client):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"subject": "Выслать план участка", "on": "завтра"})
    assert page.url == inquiry.get_absolute_url()
    step = inquiry.follow_ups.get(kind="step")
    assert (step.subject, step.owner, step.rule) == (
        "Выслать план участка",
        maria().officer,
        "by_hand",
    )
    tomorrow = timezone.localdate() + timedelta(days=1)
    # A day off is moved to the end of the next working day.
    assert tomorrow <= timezone.localdate(step.due_at) <= tomorrow + timedelta(days=12)
    assert timezone.localtime(step.due_at).hour in (17, 18)


@pytest.mark.parametrize("typed", ["пт", "12.03", "fri", "2 дня не день", "+3"])
def test_a_typed_day_is_read_as_the_parser_reads_it(client, typed):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), {"subject": "Звонок", "on": typed})
    readable = read_day(typed, timezone.localdate()) is not None
    assert (page.status_code == 302) is readable
    assert inquiry.follow_ups.filter(kind="step").exists() is readable


@pytest.mark.parametrize(
    "given",
    [
        {"subject": "", "on": "завтра"},
        {"subject": "Звонок", "on": ""},
        {"subject": "Звонок", "on": "когда-нибудь"},
        {"subject": "Звонок", "on": "12.03.2020"},
        {"subject": "Звонок", "on": "9999-12-31"},
        {"subject": "Звонок", "on": "32.13"},
        {"subject": "Звонок", "on": "за\x00втра"},
        {"subject": "я" * 201, "on": "завтра"},
        {"subject": "Звонок\x00", "on": "завтра"},
        {"subject": "Звонок", "on": "я" * 1_000_000},
    ],
)
def test_what_cannot_be_read_is_refused_and_stays_typed(client, given):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(maria())
    page = client.post(url(inquiry), given)
    assert page.status_code == 422
    assert {name: page.context["form"][name].value() for name in given} == given
    assert not inquiry.follow_ups.filter(kind="step").exists()


@pytest.mark.parametrize("who", [boris, andrey])
def test_those_who_may_not(client, who):
    inquiry = make_inquiry(route_to=maria())
    client.force_login(who())
    assert client.post(url(inquiry), {"subject": "нет", "on": "завтра"}).status_code == 403


def test_missing(client):
    client.force_login(maria())
    assert client.post("/inquiries/INV-2026-999999/next-step/").status_code == 404
