"""Referrals: passed on, taken on, sent back or answered within a clock of their own."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import IntegrityError, transaction

from leads import letters
from leads.models import Clock, Message, Notification, Referral
from tests.world import dina, gleb, make_district, make_inquiry, maria

pytestmark = pytest.mark.django_db
NINE = datetime(2026, 11, 17, 9, tzinfo=ZoneInfo("Europe/Moscow"))
HOUR = timedelta(hours=1)


def refer(inquiry, **more):
    words = {"question": "Есть ли газ?", "contact_shared": False, "by": maria(), "at": NINE}
    assert Referral.refer(inquiry, make_district(), **words | more)
    return inquiry.referrals.order_by("-pk").first()


def told(user):
    return list(Notification.objects.of_user(user).order_by("pk").values_list("kind", flat=True))


def test_it_works():
    who, inquiry = dina(), make_inquiry(at=NINE, route_to=maria())
    before = dict(inquiry.clocks.values_list("kind", "due_at"))
    row = refer(inquiry)
    clock = row.clocks.get()
    assert (clock.kind, clock.rule) == ("district_reply", "district_reply:3:days")
    assert row.due_at == clock.due_at == NINE.replace(day=20, hour=18)
    assert "referred" in told(who)
    after = dict(inquiry.clocks.filter(referral=None).values_list("kind", "due_at"))
    assert after == before, "the inquiry's own clocks are not reset"


def test_the_letter_names_the_number_and_no_more():
    dina()
    inquiry = make_inquiry(at=NINE)
    refer(inquiry)
    letter = Message.objects.get(kind="referral")
    letters.deliver(letter, at=NINE, now=lambda: NINE)
    sent = mail.outbox[0]
    assert sent.to == ["dina@example.com"]
    assert inquiry.number in sent.subject
    assert "/referrals/" in sent.body
    for secret in ("Агросад", "Иванов", "газ", "/inquiries/"):
        assert secret not in sent.body, secret


def test_accept_once():
    who, inquiry = dina(), make_inquiry(at=NINE, route_to=maria())
    row = refer(inquiry)
    assert row.accept(by=who, at=NINE + HOUR)
    assert not row.accept(by=who, at=NINE + HOUR)
    assert row.state == "accepted"
    assert told(maria()).count("referral_accepted") == 1
    assert inquiry.activities.filter(kind="referral_accepted").count() == 1


def test_an_answer_stops_its_clock_and_no_other():
    who, inquiry = dina(), make_inquiry(at=NINE, route_to=maria())
    row = refer(inquiry)
    assert row.reply(answer="Газ есть", parks=["park-1"], land_ha=5.0, by=who, at=NINE + HOUR)
    assert not row.reply(answer="Иначе", by=who, at=NINE + HOUR)
    assert (row.state, row.answer, row.accepted_by) == ("answered", "Газ есть", who)
    clock = row.clocks.get()
    assert (clock.stop_event, clock.stopped_by) == ("district", who)
    assert inquiry.clocks.running().count() == 2
    assert "referral_answered" in told(maria())
    event = inquiry.activities.order_by("-pk").first()
    said = {"district": "abinsky", "referral": row.pk, "parks": ["park-1"], "land_ha": 5.0}
    assert event.data == said, "keys and figures only"


def test_what_is_sent_back_may_be_passed_on_again():
    who, inquiry = dina(), make_inquiry(at=NINE, route_to=maria())
    row = refer(inquiry)
    assert row.send_back(reason="unclear", note="Какой газ?", by=who, at=NINE + HOUR)
    assert not row.accept(by=who, at=NINE + HOUR)
    assert row.clocks.get().stop_event == "returned"
    assert refer(inquiry, at=NINE + 2 * HOUR).state == "new"
    words = {"by": maria(), "at": NINE, "question": "?", "contact_shared": False}
    assert not Referral.refer(inquiry, make_district(), **words)


def test_a_district_that_is_late_is_reminded_and_then_the_owner_and_the_head_know():
    head, who, inquiry = gleb(), dina(), make_inquiry(at=NINE, route_to=maria())
    clock = refer(inquiry).clocks.get()
    while clock.next_at:
        clock.attend(at=clock.next_at)
    assert told(who) == ["referred", "clock_warned", "clock_warned", "clock_late"]
    assert told(head) == ["clock_late", "clock_late"]
    assert told(maria()).count("clock_late") == 2
    assert Message.objects.filter(kind="referral_late").count() == 1


def test_waiting_for_the_district_holds_the_owners_clock_not_the_districts():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    row = refer(inquiry)
    inquiry.wait(on="district", until=NINE.date() + timedelta(days=3), by=maria(), at=NINE)
    assert [clock.kind for clock in Clock.objects.exclude(paused_at=None)] == ["substantive_reply"]
    assert row.clocks.get().paused_at is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"answered_at": NINE},
        {"returned_at": NINE},
        {"return_reason": "unclear"},
        {"answered_at": NINE, "answer": "a", "returned_at": NINE, "return_reason": "other"},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    row = refer(make_inquiry(at=NINE))
    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.filter(pk=row.pk).update(**wrong)
