"""The morning letter: one a person and working day, when his day begins, and nothing personal."""

from datetime import date, datetime, time, timedelta
from email import message_from_string

import pytest
from django.db import IntegrityError, transaction

from leads import tasks
from leads.ledger import recount
from leads.models import (
    Appeal,
    CalendarDay,
    CallBack,
    Digest,
    Notification,
    Referral,
    Shift,
    User,
)
from tests.leads.mornings import MINUTE, MORNING, NOON, Hand, letters, office_hours
from tests.leads.test_clock import MOSCOW
from tests.world import andrey, dina, gleb, make_district, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    hand = Hand()
    monkeypatch.setattr(tasks, "database_now", lambda: hand.at)
    return hand


def test_it_works(clock):
    who = office_hours(maria())
    inquiry = make_inquiry(at=NOON, route_to=who, name="Пётр Иванов", company="Агросад")
    clock.sweep()
    row = Digest.objects.get()
    assert (row.user, row.day, row.not_before_at) == (who, MORNING.date(), MORNING)
    assert clock.sweep(MORNING - MINUTE)["leads.digest"] == 0, "never early"
    assert clock.sweep(MORNING)["leads.digest"] == 1
    (letter,) = letters()
    assert letter.to == ["maria@example.com"]
    assert letter.extra_headers["Message-ID"] == row.message_id
    assert inquiry.number in letter.body
    assert "Первый контакт" in letter.body
    assert letter.alternatives[0].mimetype == "text/html"
    assert inquiry.number in letter.alternatives[0].content
    row.refresh_from_db()
    assert (row.state, row.settled_at) == (Digest.State.SENT, MORNING)


def test_once_a_day_whatever_sweeps(clock):
    make_inquiry(at=NOON, route_to=office_hours(maria()))
    clock.sweep()
    for minutes in range(5):
        clock.sweep(MORNING + minutes * MINUTE)
    assert len(letters()) == 1
    days = Digest.objects.order_by("day").values_list("day", flat=True)
    assert list(days) == [date(2026, 11, 18), date(2026, 11, 19)], "and the next stands planned"
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.filter(day=days[1]).update(day=days[0])


def test_nothing_of_the_investor_is_in_it(clock):
    who = office_hours(maria())
    inquiry = make_inquiry(
        at=NOON, route_to=who, name="Пётр Иванов", company="Агросад", email="p@example.com"
    )
    secret = make_inquiry(at=NOON, route_to=who, name="Анна", phone="+7 918 765-43-21", company="")
    secret.keep_confidential("Янтарь", by=gleb(), at=NOON)
    step = inquiry.follow_ups.first()
    step.subject = "Позвонить Петру"
    step.save()
    Notification.tell(who, "investor_wrote", key="a", at=NOON, inquiry=inquiry)
    clock.sweep()
    clock.sweep(MORNING)
    for letter in letters():
        text = message_from_string(letter.message().as_string()).as_string()
        said = letter.subject + letter.body + letter.alternatives[0].content + text
        for personal in ("Пётр", "Петру", "Анна", "Агросад", "p@example.com", "765-43-21", "яблок"):
            assert personal not in said, personal
        assert "Янтарь" in letter.body


def test_in_the_language_of_its_reader_with_all_its_parts(clock):
    who = office_hours(maria())
    who.choose_digest("en")
    make_inquiry(at=NOON - timedelta(days=1), route_to=who)
    due = make_inquiry(at=NOON, route_to=who, company="Другие", phone="+7 918 765-43-21")
    due.follow_ups.update(due_at=MORNING + timedelta(hours=3))
    Appeal.mark(due, received_on=date(2026, 11, 15), by=who, at=NOON)
    Notification.tell(who, "assigned", key="a", at=NOON, inquiry=due)
    clock.sweep()
    clock.sweep(MORNING)
    (letter,) = letters()
    assert "late" in letter.subject
    for words in ("Late:", "Due today:", "New since the last morning:", "unread", "of the appeal"):
        assert words in letter.body, words


def test_a_day_without_anything_has_no_letter(clock):
    office_hours(maria())
    clock.sweep()
    assert clock.sweep(MORNING)["leads.digest"] == 1
    assert letters() == []
    assert Digest.objects.get(day=MORNING.date()).state == Digest.State.SKIPPED
    assert Digest.objects.filter(settled_at=None).count() == 1, "the next is planned"


def test_who_gets_one(clock):
    people = [maria(), olga(), gleb(), dina()]
    for nobody in (andrey(), xenia()):
        assert nobody.email
    gone, silent = maria(), olga()
    clock.sweep()
    assert set(Digest.objects.values_list("user", flat=True)) == {one.pk for one in people}
    Digest.objects.all().delete()
    User.objects.filter(pk=gone.pk).update(is_active=False)
    User.objects.filter(pk=silent.pk).update(email="")
    gleb().choose_digest("off")
    clock.sweep()
    assert [row.user.username for row in Digest.objects.all()] == ["dina"]


def test_on_working_days_when_his_own_day_begins(clock):
    who = office_hours(maria())
    Shift.set_for(who.officer, ((), (), ((time(12), time(20)),), (), (), (), ()))
    olga()
    clock.sweep(datetime(2026, 11, 20, 12, tzinfo=MOSCOW))  # a Friday
    begin = dict(Digest.objects.values_list("user__username", "not_before_at"))
    assert begin["maria"] == datetime(2026, 11, 25, 12, tzinfo=MOSCOW)
    assert begin["olga"] == datetime(2026, 11, 23, 9, tzinfo=MOSCOW), "the office's Monday"


def test_a_day_off_by_decree_has_none_and_nobody_is_woken_at_night(clock):
    CalendarDay.say(MORNING.date(), ())
    maria(), olga()
    clock.sweep()
    begin = dict(Digest.objects.values_list("user__username", "not_before_at"))
    assert begin["olga"] == MORNING + timedelta(days=1)
    assert begin["maria"] == datetime(2026, 11, 18, 7, tzinfo=MOSCOW), "on duty day and night"


def test_operators_read_of_calls_back_without_a_number(clock):
    operator = olga()
    owed = {"kind": "missed", "opened_at": NOON, "last_missed_at": NOON, "phone_raw": "8 918"}
    CallBack.objects.create(phone_e164="+79181234567", due_at=NOON, **owed)
    clock.sweep()
    clock.sweep(MORNING)
    (letter,) = letters(operator)
    assert "Перезвонить" in letter.body
    assert "918" not in letter.body


def test_a_district_reads_of_what_it_is_asked(clock):

    officer, inquiry = dina(), make_inquiry(at=NOON)
    asked = {"question": "Газ?", "contact_shared": False, "by": gleb(), "at": NOON}
    Referral.refer(inquiry, make_district(), **asked)
    Referral.objects.update(due_at=MORNING + MINUTE)
    clock.sweep()
    clock.sweep(MORNING)
    (letter,) = letters(officer)
    assert inquiry.number in letter.body
    assert "Газ" not in letter.body


def test_the_ledger_has_nothing_against_it(clock):
    make_inquiry(at=NOON, route_to=office_hours(maria()))
    clock.sweep()
    clock.sweep(MORNING)
    found = recount(MORNING + timedelta(minutes=30)).differences
    assert not [kind for kind in found if kind.startswith("digest")]


def test_planning_costs_the_same_whatever_the_people(clock, django_assert_num_queries):
    maria(), gleb()
    with django_assert_num_queries(5):
        Digest.plan_all(NOON)
    with django_assert_num_queries(1):
        Digest.plan_all(NOON)
    Digest.objects.all().delete()
    olga(), dina()
    with django_assert_num_queries(5):
        Digest.plan_all(NOON)
