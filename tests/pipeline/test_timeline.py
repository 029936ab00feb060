"""History on the page of an inquiry: twenty rows at a time, each kind in words."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from leads import flow
from leads.models import Activity, Referral
from tests.world import (
    AT,
    make_district,
    make_industry,
    make_inquiry,
    maria,
    registry_changed,
)

from .test_inquiry import figures, url

pytestmark = pytest.mark.django_db


def test_history_comes_twenty_at_a_time(client):
    inquiry = make_inquiry()
    for minute in range(30):
        inquiry.note(f"заметка {minute}", by=maria(), at=AT + timedelta(minutes=minute))
    client.force_login(maria())
    page = client.get(url(inquiry)).context["sheet"]
    assert [line.note for line in page.history] == [f"заметка {29 - row}" for row in range(20)]
    older = {"history": str(page.history_page.older)}
    rest = client.get(url(inquiry), older, headers={"HX-Request": "true"})
    assert rest.content.decode().lstrip().startswith("<li")
    assert "заметка 9<" in rest.content.decode()
    assert "заметка 10<" not in rest.content.decode()
    whole = client.get(url(inquiry), older)
    assert whole.context["sheet"].history[0].note == "заметка 9"


def test_every_kind_of_event_has_words(client):
    make_industry("food_processing")
    make_district("abinsky", name_ru="Абинский район")
    registry_changed()
    inquiry = make_inquiry(route_to=maria())
    at = timezone.now()
    step = inquiry.follow_ups.first()
    step.postpone(to=at + timedelta(days=1), by=maria(), at=at)
    step.complete(by=maria(), at=at)
    inquiry.wait(on="investor", until=at.date(), by=maria(), at=at)
    Referral.refer(
        inquiry, make_district("abinsky"), by=maria(), at=at, question="?", contact_shared=True
    )
    flow.change_need(inquiry, figures(), by=maria(), at=at)
    inquiry.advance(to="lost", lost_reason="money", by=maria(), at=at)
    for kind in Activity.Kind.values:
        if not inquiry.activities.filter(kind=kind).exists():
            due = at.isoformat()
            Activity.objects.record(inquiry, kind, by=None, at=at, due=due, letter="received")
    client.force_login(maria())
    html, older = "", "first"
    while older:
        shown = {} if older == "first" else {"history": older}
        page = client.get(url(inquiry), {"lang": "en", **shown})
        html += page.content.decode()
        older = str(page.context["sheet"].history_page.older or "")
    with translation.override("en"):
        for kind in Activity.Kind:
            assert str(kind.label) in html, kind
    assert "New → Lost: No financing" in html
