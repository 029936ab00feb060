"""Two investors become one by choice, and two again as they were, to the byte."""

import json
from datetime import timedelta

import pytest
from django.core import serializers

from leads import flow
from leads.models import (
    Call,
    Consent,
    Contact,
    ContactEmail,
    ContactPhone,
    Inquiry,
    Investor,
    InvestorMerge,
    MergeRefused,
    Message,
)
from tests.world import AT, gleb, make_inquiry, olga

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)
ROWS = (Investor, Contact, ContactPhone, ContactEmail, Inquiry, Call, Consent, Message)


def dump() -> str:
    """Every row of theirs as it stands."""
    return "\n".join(serializers.serialize("jsonl", model.objects.order_by("pk")) for model in ROWS)


def call_of(inquiry):
    return Call.objects.create(
        contact=inquiry.contact,
        inquiry=inquiry,
        operator=olga(),
        started_at=AT,
        outcome="inquiry",
        logged_at=AT,
    )


@pytest.fixture
def pair():
    """Two investors; Пётр of the second has the number and address of Пётр of the first."""
    ours = make_inquiry(
        company="Агросад", name="Пётр", email="p@example.com", consents=("processing",)
    )
    theirs = make_inquiry(
        company="ООО «Агро-сад»",
        name="Пётр Иванов",
        email="p@example.com",
        consents=("processing",),
    )
    make_inquiry(contact=theirs.contact, email="second@example.com", phone="+7 861 251-77-64")
    other = Contact.objects.create(investor=theirs.investor, name="Анна", created_at=AT)
    ContactPhone.objects.create(contact=other, raw="+7 918 000-00-01", e164="+79180000001")
    Investor.objects.filter(pk=theirs.investor_id).update(inn="7707083893", country="RU")
    for inquiry in (ours, theirs):
        call_of(inquiry)
    return Investor.objects.get(pk=ours.investor_id), Investor.objects.get(pk=theirs.investor_id)


def merge(kept, gone, *, take=frozenset(), same=None, take_of=None, at=LATER):
    return InvestorMerge.merge(
        kept, gone, take=take, same=same or {}, take_of=take_of or {}, by=gleb(), at=at
    )


def test_it_works(pair):
    kept, gone = pair
    ours, theirs = kept.contacts.get(), gone.contacts.order_by("pk").first()
    row = merge(kept, gone, take={"inn"}, same={theirs.pk: ours.pk}, take_of={theirs.pk: {"name"}})
    kept.refresh_from_db()
    assert (kept.name, kept.inn, kept.country) == ("Агросад", "7707083893", "")
    assert kept.inquiries.count() == 3
    assert {one.name for one in kept.contacts.standing()} == {"Пётр Иванов", "Анна"}
    ours.refresh_from_db()
    assert ours.calls.count() == 2
    assert ours.consents.count() == 2
    assert set(ours.phones.values_list("e164", flat=True)) == {"+79181234567", "+78612517764"}
    assert ours.emails.count() == 2
    assert not gone.inquiries.exists()
    assert Investor.objects.get(pk=gone.pk).merged_into == kept
    assert row.by == gleb()
    found = Contact.objects.with_phone("+79181234567")
    assert list(found) == [ours], "the same man is not named twice"
    assert Inquiry.objects.containing("агросад").count() == 3, "found by the name that stays"


@pytest.mark.parametrize("folded", [True, False])
@pytest.mark.parametrize("take", [set(), {"name", "inn", "ogrn", "country"}])
def test_undone_every_row_is_as_it_was(pair, folded, take):
    kept, gone = pair
    before = dump()
    ours, theirs = kept.contacts.get(), gone.contacts.order_by("pk").first()
    same = {theirs.pk: ours.pk} if folded else {}
    row = merge(kept, gone, take=take, same=same, take_of={theirs.pk: {"name", "language"}})
    assert dump() != before
    row.undo(by=olga(), at=LATER + timedelta(days=29))
    assert dump() == before
    assert (row.undone_by, row.undone_at) == (olga(), LATER + timedelta(days=29))


def test_two_merges_undone_in_either_order_leave_no_trace(pair):
    kept, gone = pair
    third = make_inquiry(company="Третий", phone="+7 918 000-00-03").investor
    before = dump()
    rows = [merge(kept, gone, take={"name"}), merge(kept, third, take={"name"})]
    for row in reversed(rows):
        row.undo(by=olga(), at=LATER)
    assert dump() == before


def test_what_came_in_since_stays_with_the_one_that_was_kept(pair):
    kept, gone = pair
    theirs = gone.contacts.order_by("pk").first()
    row = merge(kept, gone, take={"name"})
    new = flow.open_inquiry(channel="phone", asked=flow.Asked(text="ещё"), contact=theirs, at=LATER)
    Investor.objects.filter(pk=kept.pk).update(name="Исправлено")
    row.undo(by=olga(), at=LATER)
    kept.refresh_from_db()
    assert kept.name == "Исправлено", "a correction is not undone"
    new.refresh_from_db()
    assert new.investor in (kept, gone)
    assert gone.inquiries.filter(text__startswith="Цех").count() == 2


def test_what_is_refused(pair):
    kept, gone = pair
    with pytest.raises(MergeRefused, match="itself"):
        merge(kept, kept)
    with pytest.raises(MergeRefused, match="people"):
        merge(kept, gone, same={kept.contacts.get().pk: kept.contacts.get().pk})
    row = merge(kept, gone)
    with pytest.raises(MergeRefused, match="gone"):
        merge(kept, gone)
    with pytest.raises(MergeRefused, match="late"):
        row.undo(by=olga(), at=LATER + timedelta(days=31))
    row.undo(by=olga(), at=LATER)
    with pytest.raises(MergeRefused, match="undone"):
        row.undo(by=olga(), at=LATER)


def test_a_merge_that_was_built_on_waits_for_the_later_one(pair):
    kept, gone = pair
    third = make_inquiry(company="Третий", phone="+7 918 000-00-03").investor
    first = merge(kept, gone)
    second = merge(third, kept)
    with pytest.raises(MergeRefused, match="built_on"):
        first.undo(by=olga(), at=LATER)
    second.undo(by=olga(), at=LATER)
    first.undo(by=olga(), at=LATER)


def test_the_history_of_an_inquiry_is_not_stirred(pair):
    kept, gone = pair
    moments = dict(Inquiry.objects.values_list("pk", "last_activity_at"))
    merge(kept, gone)
    assert dict(Inquiry.objects.values_list("pk", "last_activity_at")) == moments


def test_everything_that_points_at_an_investor_or_contact_moves(pair):
    """A model that is added later moves too: whatever has a foreign key to either."""
    kept, gone = pair
    row = merge(kept, gone, same={gone.contacts.order_by("pk").first().pk: kept.contacts.get().pk})
    moved = json.dumps([row.moved, row.people])
    for name in ("Inquiry.investor", "Contact.investor", "Call.contact", "Consent.contact"):
        assert f"leads.{name}" in moved
