"""Clocks: told once a stage, paused with what is left, stopped by what really happened."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from leads.models import (
    Activity,
    CalendarDay,
    Clock,
    Message,
    Notification,
    Term,
    Told,
    heard,
)
from tests.world import gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
NINE = datetime(2026, 11, 17, 9, 0, tzinfo=MOSCOW)  # a Tuesday
HOUR = timedelta(hours=1)


def clock_of(inquiry, kind="first_contact") -> Clock:
    return inquiry.clocks.get(kind=kind)


def told(user):
    rows = Notification.objects.of_user(user).filter(kind__startswith="clock").order_by("at")
    return list(rows.values_list("kind", "data__stage"))


def attend(clock, at):
    done = clock.attend(at=at)
    clock.refresh_from_db()
    return done


def test_it_works():
    inquiry = make_inquiry(at=NINE, route_to=maria(), email="p@example.com")
    kinds = set(inquiry.clocks.values_list("kind", flat=True))
    assert kinds == {"answer", "first_contact", "substantive_reply"}
    clock = clock_of(inquiry)
    assert (clock.due_at, clock.rule) == (NINE + 4 * HOUR, "first_contact:4:hours")
    assert (clock.total, clock.next_at) == (4 * HOUR, NINE + 2 * HOUR)
    assert clock_of(inquiry, "substantive_reply").rule == "substantive_reply:5:days"


def test_without_an_address_the_first_contact_is_the_acknowledgement():
    assert not make_inquiry().clocks.filter(kind="answer").exists()


@pytest.mark.parametrize(("kind", "rule"), [("consultation", 5), ("other", 10)])
def test_a_full_answer_counts_by_what_is_asked(kind, rule):
    clock = clock_of(make_inquiry(kind=kind, at=NINE), "substantive_reply")
    assert clock.rule.endswith(f":{rule}:calendar_days")
    # Five days from Tuesday end on a Sunday: the work is due on Friday. Ten end on a Friday.
    assert clock.due_at == datetime(2026, 11, 20 if rule == 5 else 27, 18, tzinfo=MOSCOW)


def test_two_warnings_and_three_escalations_each_once():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    head, clock, seen = gleb(), clock_of(inquiry), []
    while clock.next_at:
        at = clock.next_at
        assert not attend(clock, at - timedelta(seconds=1)), "never early"
        assert attend(clock, at)
        assert not attend(clock, at), "told once"
        seen.append((clock.told, at.astimezone(MOSCOW)))
    assert seen == [
        (Told.WARNED, datetime(2026, 11, 17, 11, tzinfo=MOSCOW)),
        (Told.WARNED_AGAIN, datetime(2026, 11, 17, 12, 36, tzinfo=MOSCOW)),
        (Told.LATE, datetime(2026, 11, 17, 13, tzinfo=MOSCOW)),
        (Told.HEAD, datetime(2026, 11, 17, 18, tzinfo=MOSCOW)),
        (Told.HEAD_AGAIN, datetime(2026, 11, 18, 13, tzinfo=MOSCOW)),
    ]
    assert told(maria()) == [("clock_warned", 1), ("clock_warned", 2), ("clock_late", 3)]
    assert told(head) == [("clock_late", 4), ("clock_late", 5)]
    kinds = list(Activity.objects.filter(kind__startswith="clock").values_list("kind", flat=True))
    assert sorted(kinds) == ["clock_late"] * 3 + ["clock_warned"] * 2


def test_after_a_standstill_one_word_is_told_not_five():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    clock = clock_of(inquiry)
    assert attend(clock, NINE + timedelta(days=3))
    assert told(maria()) == [("clock_late", 3)]
    assert clock.told == Told.LATE
    assert clock.next_at > NINE + timedelta(days=3), "the cool-down counts from the telling"


def test_one_without_an_officer_is_told_to_the_head():
    head, clock = gleb(), clock_of(make_inquiry(at=NINE))
    attend(clock, clock.next_at)
    assert told(head) == [("clock_warned", 1)]


def test_whoever_stands_in_is_told_too():
    from leads.models.leave import Leave
    from tests.world import boris

    inquiry = make_inquiry(at=NINE, route_to=maria())
    days = {"first_on": NINE.date(), "last_on": NINE.date()}
    Leave.objects.create(officer=maria().officer, substitute=boris().officer, **days)
    clock = clock_of(inquiry)
    attend(clock, clock.next_at)
    assert told(boris()) == told(maria()) == [("clock_warned", 1)]


def test_somebody_at_it_holds_the_next_escalation_once_a_stage():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    clock = clock_of(inquiry)
    assert not clock.acknowledge(by=maria(), at=NINE), "nothing is late"
    late = NINE + 4 * HOUR
    attend(clock, late)
    assert clock.next_at == NINE + 9 * HOUR
    assert clock.may_be_acknowledged
    assert clock.acknowledge(by=maria(), at=late + 2 * HOUR)
    assert not clock.acknowledge(by=maria(), at=late + 2 * HOUR), "pressed twice, it changes once"
    assert clock.next_at.astimezone(MOSCOW) == datetime(2026, 11, 18, 10, tzinfo=MOSCOW)
    attend(clock, clock.next_at)
    assert clock.told == Told.HEAD
    assert clock.may_be_acknowledged


def test_a_sent_letter_stops_what_it_answers():
    inquiry = make_inquiry(at=NINE, email="p@example.com")
    letter = Message.objects.get(kind="received")
    assert letter.claim(at=NINE)
    assert letter.sent(at=NINE + HOUR)
    clock = clock_of(inquiry, "answer")
    assert (clock.stop_event, clock.stopped_at, clock.next_at) == ("letter", NINE + HOUR, None)
    assert clock_of(inquiry).stopped_at is None


def test_a_letter_that_came_back_has_answered_nothing():
    inquiry = make_inquiry(at=NINE, email="p@example.com")
    letter = Message.objects.get(kind="received")
    letter.claim(at=NINE)
    letter.sent(at=NINE + timedelta(minutes=2))
    letter.refresh_from_db()
    assert letter.bounced("550", at=NINE + HOUR)
    clock = clock_of(inquiry, "answer")
    assert clock.stopped_at is None
    assert clock.due_at == NINE + HOUR + timedelta(minutes=3)


def test_no_edit_of_a_stage_stops_it():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    inquiry.advance(to="proposal", by=maria(), at=NINE)
    assert inquiry.clocks.running().count() == 2
    assert not Clock.objects.at_odds(NINE).exists()


def test_the_first_word_stops_it_and_no_later_one():
    inquiry = make_inquiry(at=NINE)
    assert heard(inquiry, "call", by=maria(), at=NINE) == 1
    assert heard(inquiry, "letter", "question", at=NINE + HOUR) == 0
    assert clock_of(inquiry).stop_event == "call"
    assert heard(inquiry, "letter", "reminder", at=NINE) == 0, "it answers nothing"


def test_it_ends_with_its_inquiry_and_runs_on_when_that_opens_again():
    inquiry = make_inquiry(at=NINE, route_to=maria())
    inquiry.advance(to="lost", lost_reason="money", by=maria(), at=NINE + HOUR)
    clock = clock_of(inquiry)
    assert attend(clock, NINE + HOUR)
    assert (clock.stop_event, clock.next_at) == ("closed", None)
    assert not Clock.objects.at_odds(NINE + HOUR).filter(pk=clock.pk).exists()
    inquiry.advance(to="qualified", by=maria(), at=NINE + 24 * HOUR)
    assert attend(clock, NINE + 24 * HOUR)
    assert (clock.stopped_at, clock.due_at) == (None, NINE + 27 * HOUR)


def test_the_law_outlives_the_inquiry():
    inquiry = make_inquiry(at=NINE)
    law = Clock.start("statutory", inquiry=inquiry, at=NINE)
    inquiry.advance(to="lost", lost_reason="money", by=maria(), at=NINE)
    assert law not in Clock.objects.at_odds(NINE)
    attend(law, law.next_at)
    assert law.told == Told.WARNED


def test_started_twice_it_runs_once():
    inquiry = make_inquiry(at=NINE)
    first = clock_of(inquiry)
    assert Clock.start("first_contact", inquiry=inquiry, at=NINE + HOUR) == first
    other = Clock.start("call_back", subject="call_back:9", owner=maria(), at=NINE)
    assert other.subject == "call_back:9"
    attend(other, other.next_at)
    assert told(maria()) == [("clock_warned", 1)]


def test_a_term_changed_counts_from_now_on():
    before = clock_of(make_inquiry(at=NINE))
    term = Term.objects.get(code="first_contact")
    assert term.change(amount=2, unit="hours", by=gleb(), at=NINE)
    assert not term.change(amount=2, unit="hours", by=gleb(), at=NINE)
    after = clock_of(make_inquiry(at=NINE))
    assert (after.rule, after.due_at) == ("first_contact:2:hours", NINE + 2 * HOUR)
    before.refresh_from_db()
    assert before.due_at == NINE + 4 * HOUR


@pytest.mark.parametrize(
    "wrong",
    [
        {"stopped_at": NINE},
        {"paused_at": NINE},
        {"paused_at": NINE, "paused_for": "investor"},
        {"stopped_at": NINE, "stop_event": "call"},  # and still something to tell
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    clock = clock_of(make_inquiry(at=NINE))
    with pytest.raises(IntegrityError), transaction.atomic():
        Clock.objects.filter(pk=clock.pk).update(**wrong)


def test_the_office_calendar_counts():
    CalendarDay.objects.create(day=NINE.date(), hours=[])
    clock = clock_of(make_inquiry(at=NINE))
    assert clock.due_at == datetime(2026, 11, 18, 13, tzinfo=MOSCOW)
