"""Accepting: one commit makes the inquiry and everything that is owed with it."""

import uuid
from datetime import timedelta

import pytest

from districts.matching.need import Bounds, IndustryGuess, Need
from leads import flow
from leads.flow import owing
from leads.models import Activity, Contact, Inquiry, Message
from tests.world import AT, make_industry, make_inquiry, make_park, olga, registry_changed

pytestmark = pytest.mark.django_db


def test_it_works():
    make_industry("food_processing")
    make_park("yug", "abinsky", area_free_ha=12, power_free_mw=6, industries=["food_processing"])
    registry_changed()
    figures = Need(
        industries=(IndustryGuess("food_processing", 0.9),), land_ha=Bounds(5, 5), power_mw=2
    )
    inquiry = make_inquiry(by=olga(), figures=figures, email="p@example.com")

    assert inquiry.number == f"INV-2026-{int(inquiry.number[-6:]):06d}"
    assert inquiry.officer is None
    assert inquiry.need.figures().land_ha == Bounds(5, 5)
    assert {step.kind: step.rule for step in inquiry.follow_ups.all()} == {
        "first_contact": "first_contact:4:hours",
        "substantive_reply": "substantive_reply:5:days",
    }
    assert inquiry.promised_at == inquiry.next_due_at == AT + timedelta(hours=5)
    match = inquiry.match_runs.get().matches.get(place="park")
    assert match.park_id == "yug"
    assert sum(finding["points"] for finding in match.findings) == pytest.approx(
        match.score, abs=0.01
    )
    assert inquiry.main_industry_id == "food_processing"
    assert inquiry.main_district_id == "abinsky"
    assert inquiry.messages.get().state == Message.State.PLANNED
    kinds = set(inquiry.activities.values_list("kind", flat=True))
    assert {"opened", "matched", "follow_up_opened"} <= kinds


def test_a_known_contact_keeps_his_history():
    first = make_inquiry()
    second = flow.open_inquiry(
        channel="visit", asked=flow.Asked(text="ещё"), contact=first.contact, at=AT
    )
    assert second.investor == first.investor
    assert Contact.objects.count() == 1


def test_the_same_request_is_the_same_inquiry():
    key = uuid.uuid4()
    first = make_inquiry(request_key=key)
    again = make_inquiry(request_key=key, text="другой текст")
    assert again == first
    assert Inquiry.objects.get().text == first.text


def test_without_an_address_no_letter_is_owed():
    assert not make_inquiry(email="").messages.exists()


def test_what_is_no_project_gets_no_match():
    inquiry = make_inquiry(kind="consultation")
    assert not inquiry.match_runs.exists()
    assert inquiry.follow_ups.open().count() == 2


def test_a_failure_half_way_leaves_nothing(monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(owing, "_acknowledge", broken)
    with pytest.raises(RuntimeError):
        make_inquiry()
    assert not Inquiry.objects.exists()
    assert not Contact.objects.exists()
    assert not Activity.objects.exists()


def test_it_is_found_by_number_name_company_and_phone():
    inquiry = make_inquiry(name="Ёлкин Пётр", company="АГРОСАД", phone="8 (918) 123-45-67")
    for text in (inquiry.number.lower(), "ёлкин", "агросад", "9181234567", "34567"):
        assert list(Inquiry.objects.containing(text)) == [inquiry], text
    assert not Inquiry.objects.containing("сидоров").exists()
