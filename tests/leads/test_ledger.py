"""The ledger finds each damage with its number, and nothing on what the arrows made."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from districts.matching.need import Need as Figures
from leads import flow, tasks
from leads.ledger import recount
from leads.ledger.check import CHECKS
from leads.models import Call, IncomingMail, Inquiry, LedgerResult, Message, Notification, Referral
from leads.models.stage import OPEN_STAGES
from leads.phones import parse_phone
from tests.leads.damage import CONSTRAINTS, DAMAGE, OF_ROWS
from tests.world import (
    AT,
    gleb,
    make_district,
    make_industry,
    make_park,
    maria,
    olga,
    registry_changed,
)
from tests.world import make_inquiry as through_the_door

pytestmark = pytest.mark.django_db

SOON = AT + timedelta(minutes=1)
# Everything of the first minute is past its grace by then, and no step is late yet.
LATER = AT + timedelta(minutes=30)


@pytest.fixture(autouse=True)
def database_clock(monkeypatch):
    monkeypatch.setattr(tasks, "database_now", lambda: SOON)


def take_call(**more):
    person = flow.Person(name="Пётр Иванов", company="Агросад", email="p@example.com")
    call = Call(started_at=AT, outcome="inquiry", **_phone())
    figures = Figures(capex_mln_rub=650.0, power_mw=2)
    asked = flow.Asked(text="Цех переработки яблок", figures=figures)
    return flow.take_call(call=call, at=AT, by=olga(), person=person, asked=asked, **more)


def _phone():
    phone = parse_phone("+7 918 123-45-67")
    return {"phone_raw": phone.raw, "phone_e164": phone.e164}


@pytest.fixture
def worked():
    """An inquiry that came by phone, with an officer, a letter sent, a match and a mail."""
    make_industry(), make_park(), registry_changed()
    maria()
    call = take_call()
    raw = b"From: p@example.com\nSubject: a\n\nwords"
    place = {"mailbox": "b", "uid_validity": 1, "uid": 1}
    IncomingMail.keep(**place, raw=raw, size=len(raw), at=AT)
    tasks.sweep()
    return Inquiry.objects.get(pk=call.inquiry_id)


def test_it_works(worked):
    count = recount(LATER)
    assert (count.inquiries, count.calls, count.differences) == (1, 1, {})
    assert count.classes == {"live/new": 1, "call/inquiry": 1}
    assert count.letters == {"sent": 1}


def test_inquiries_in_all_stages_differ_in_nothing(worked):
    who = maria()
    for stage in OPEN_STAGES[1:]:
        take_call().inquiry.advance(to=stage, by=who, at=AT)
    take_call().inquiry.advance(to="won", by=who, at=AT)
    lost = take_call().inquiry
    lost.advance(to="lost", by=who, at=AT, lost_reason="money")
    lost.advance(to="qualified", by=who, at=SOON)
    take_call().inquiry.advance(to="lost", by=who, at=AT, lost_reason="money")
    through_the_door(channel="web", consents=("processing",), email="w@example.com")
    through_the_door(kind="consultation").take(who.officer, by=who, at=SOON)
    through_the_door(language="zh")
    secret = through_the_door()
    secret.keep_confidential("Янтарь", by=gleb(), at=SOON)
    flow.change_need(secret, Figures(capex_mln_rub=10.0), by=gleb(), at=SOON)
    step = secret.follow_ups.get(kind="first_contact")
    step.postpone(to=LATER, by=who, at=SOON)
    step.complete(by=who, at=SOON)
    Referral.refer(secret, make_district(), by=who, at=SOON, question="Газ?", contact_shared=False)
    secret.wait(on="investor", until=AT.date(), by=who, at=SOON)
    tasks.sweep()
    assert recount(LATER).differences == {}


def test_late_steps_differ_until_their_owners_are_told(worked, monkeypatch):
    late = AT + timedelta(days=30)
    untold = {kind: [worked.number] for kind in ("clock_untold", "late_without_reminder")}
    found = recount(late).differences
    assert found.pop("digest_late"), "nor did the morning letters of all those days go"
    assert found == untold
    monkeypatch.setattr(tasks, "database_now", lambda: late)
    tasks.sweep()
    assert recount(late + timedelta(minutes=30)).differences == {}


@pytest.fixture
def unguarded(worked):
    """The database lets anything happen, as after a careless restore."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, names in CONSTRAINTS.items():
            for name in names:
                cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield cursor
        cursor.execute("SET LOCAL session_replication_role = origin")


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damage_is_found(worked, unguarded, kind):
    unguarded.execute(DAMAGE[kind], [worked.pk])
    assert unguarded.rowcount > 0, "nothing was damaged"
    found = recount(LATER).differences
    if kind in OF_ROWS:
        prefix, table = OF_ROWS[kind]
        unguarded.execute(f"SELECT id FROM {table}")
        assert found[kind] == sorted(f"{prefix}{key}" for (key,) in unguarded.fetchall())
    else:
        assert found[kind] == [worked.number]


def test_an_old_match_is_found_after_an_hour(worked):
    registry_changed(at=AT)
    assert recount(AT + timedelta(minutes=59)).differences == {}
    assert recount(AT + timedelta(minutes=61)).differences == {"match_outdated": [worked.number]}


def test_every_kind_is_damaged_here():
    assert set(CHECKS) == set(DAMAGE) | {"match_outdated"}


@pytest.mark.parametrize("kind", CHECKS)
def test_a_kind_says_what_it_means(kind):
    assert CHECKS[kind][0].__doc__, kind


def test_it_costs_the_same_whatever_the_rows(worked, django_assert_num_queries):
    with connection.execute_wrapper(_counted := Counter()):
        recount(LATER)
    for _ in range(5):
        take_call()
    with django_assert_num_queries(_counted.statements):
        recount(LATER)


class Counter:
    statements = 0

    def __call__(self, execute, *args):
        self.statements += 1
        return execute(*args)


def test_the_command_says_one_line(worked):
    out = StringIO()
    call_command("ledger", stdout=out)
    assert out.getvalue() == "ledger: 1 inquiries, 1 calls, 0 differences\n"


def test_the_command_says_where_they_stand(worked):
    out = StringIO()
    call_command("ledger", verbosity=2, stdout=out)
    assert "classes: call/inquiry 1, live/new 1\nacknowledgements: sent 1\n" in out.getvalue()


def test_the_command_ends_with_1_and_the_numbers(worked):
    Inquiry.objects.filter(pk=worked.pk).update(search="")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("ledger", stdout=out)
    assert ended.value.code == 1
    assert out.getvalue().splitlines() == [
        "ledger: 1 inquiries, 1 calls, 1 differences",
        f"search_blank (Live, and no search would find it): {worked.number}",
    ]


def test_beat_keeps_the_last_result_and_raises_an_alarm(worked, caplog):
    from config.celery import app

    assert app.conf.beat_schedule["ledger"] == {"task": "leads.ledger", "schedule": 300.0}
    Inquiry.objects.filter(pk=worked.pk).update(search="")
    head = gleb()
    assert tasks.ledger() == 1
    assert LedgerResult.newest().kinds == {"search_blank": [worked.number]}
    assert tasks.ledger() == 1
    notice = Notification.objects.of_user(head).get()
    assert (notice.kind, notice.data) == ("ledger", {"count": 1}), "told once while it stands"
    assert worked.number in caplog.text
    worked.describe()
    assert tasks.ledger() == 0
    result = LedgerResult.newest()
    assert (result.at, result.difference, result.kinds) == (SOON, 0, {})
    assert (result.inquiries, result.calls) == (1, 1)
    assert result.classes == {"live/new": 1, "call/inquiry": 1}


def test_old_recounts_go_but_for_those_that_found_something(worked, monkeypatch):
    tasks.ledger()
    Inquiry.objects.filter(pk=worked.pk).update(search="")
    tasks.ledger()
    worked.describe()
    long_after = SOON + timedelta(days=91)
    monkeypatch.setattr(tasks, "database_now", lambda: long_after)
    tasks.ledger()
    kept = LedgerResult.objects.order_by("at").values_list("at", flat=True)
    assert list(kept) == [SOON, long_after]


def test_letters_that_failed_are_counted_and_no_difference(worked):
    letter = Message.objects.get(kind="received")
    Message.objects.filter(pk=letter.pk).update(state="sending", sent_at=None, attempts=2)
    Message.objects.end_unknown(SOON)
    count = recount(LATER)
    assert (count.letters, count.differences) == ({"uncertain": 1}, {})
