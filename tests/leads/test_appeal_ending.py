"""What becomes of an appeal: extended, forwarded, answered on paper; and each taken back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from leads import flow, tasks
from leads.models import Activity, Appeal, Clock, Message
from tests.leads.appeals import (
    HOUR,
    TUESDAY,
    clock,
    closing,
    differences,
    last,
    make_appeal,
    make_registered,
    sent,
)
from tests.leads.test_clock import NINE
from tests.world import make_inquiry, maria

pytestmark = pytest.mark.django_db


@pytest.fixture(name="appeal")
def marked():
    return make_appeal()


@pytest.fixture(name="registered")
def under_a_number():
    return make_registered()


def test_extended_when_its_notice_has_left(registered):
    asked = {"days": 30, "reason": "request", "to": "p@example.com"}
    letter = flow.extend_appeal(registered, **asked, by=maria(), at=NINE + 2 * HOUR)
    assert "12-7" in letter.body
    assert "15 января 2027" in letter.body
    assert clock(registered).due_at == closing(17, 12), "not before it has left"
    sent(letter, NINE + 2 * HOUR)
    # 60 days from 17 November end on Saturday, 16 January.
    assert clock(registered).due_at == closing(15, 1)
    assert clock(registered).rule == "statutory:60:calendar_days"
    registered.refresh_from_db()
    assert registered.extended_on == TUESDAY
    assert flow.extend_appeal(registered, **asked, by=maria(), at=NINE + 3 * HOUR) is None, "once"
    row = last(registered, "appeal_extended")
    assert not flow.undo(row, by=maria(), at=NINE + 3 * HOUR), "a letter cannot be called back"


def test_a_notice_that_was_taken_back_extends_nothing(registered):
    asked = {"days": 10, "reason": "exceptional", "to": "p@example.com"}
    letter = flow.extend_appeal(registered, **asked, by=maria(), at=NINE + 2 * HOUR)
    assert letter.withdraw(by=maria(), at=NINE + 2 * HOUR)
    assert clock(registered).due_at == closing(17, 12)
    again = flow.extend_appeal(registered, **asked | {"days": 5}, by=maria(), at=NINE + 3 * HOUR)
    assert again.pk == letter.pk, "one letter"
    sent(again, NINE + 3 * HOUR)
    assert clock(registered).rule == "statutory:35:calendar_days"


def test_pressed_twice_one_notice_goes(registered):
    asked = {"days": 30, "reason": "request", "to": "p@example.com"}
    for _ in range(2):
        flow.extend_appeal(registered, **asked, by=maria(), at=NINE + 2 * HOUR)
    assert Message.objects.filter(kind="extension").count() == 1


def test_the_database_refuses_a_longer_extension(registered):
    for days in (0, 31):
        with pytest.raises(IntegrityError), transaction.atomic():
            Appeal.objects.filter(pk=registered.pk).update(
                extended_on=TUESDAY, extension_days=days, extension_reason="request"
            )


def test_extended_on_paper_and_undone(registered):
    assert registered.plan_extension(days=30, reason="request")
    assert registered.extend(on=TUESDAY, by=maria(), at=NINE + 2 * HOUR)
    assert clock(registered).due_at == closing(15, 1)
    assert flow.undo(last(registered, "appeal_extended"), by=maria(), at=NINE + 3 * HOUR)
    assert clock(registered).due_at == closing(17, 12)
    registered.refresh_from_db()
    assert registered.extended_on is None


def test_to_be_forwarded_within_seven_days(appeal):
    now = {"by": maria(), "at": NINE + HOUR}
    appeal.register(number="1", registered_on=TUESDAY, to_forward=True, **now)
    assert clock(appeal, "forwarding").due_at == closing(24)
    letter = flow.forward_appeal(
        appeal, body="Минсельхоз края", in_part=False, to="p@example.com", **now
    )
    assert "Минсельхоз края" in letter.body
    assert clock(appeal, "forwarding").stopped_at is None
    sent(letter, NINE + HOUR)
    ended = [clock(appeal, kind).stop_event for kind in ("forwarding", "statutory")]
    assert ended == [Clock.Event.FORWARDED] * 2
    assert not any("Минсельхоз" in str(row.data) for row in Activity.objects.all()), (
        "keys and figures only"
    )


def test_forwarded_in_part_the_rest_is_still_ours_and_undone_all_is(registered):
    now = {"by": maria(), "at": NINE + 2 * HOUR}
    registered.plan_forwarding(to="Роспотребнадзор", in_part=True)
    assert registered.forward(on=TUESDAY, **now)
    assert clock(registered).stopped_at is None
    assert flow.undo(last(registered, "appeal_forwarded"), by=maria(), at=NINE + 3 * HOUR)
    registered.plan_forwarding(to="Роспотребнадзор", in_part=False)
    assert registered.forward(on=TUESDAY, by=maria(), at=NINE + 4 * HOUR)
    assert clock(registered).stop_event == Clock.Event.FORWARDED
    assert flow.undo(last(registered, "appeal_forwarded"), by=maria(), at=NINE + 5 * HOUR)
    assert clock(registered).stopped_at is None
    assert registered.inquiry.clocks.filter(kind="statutory").count() == 1


def test_answered_on_paper_and_undone(registered):
    assert registered.answer_on_paper(number="77", on=TUESDAY, by=maria(), at=NINE + 2 * HOUR)
    assert clock(registered).stop_event == Clock.Event.PAPER
    assert clock(registered, "substantive_reply").stop_event == Clock.Event.PAPER
    assert not registered.answer_on_paper(number="78", on=TUESDAY, by=maria(), at=NINE + 3 * HOUR)
    assert flow.undo(last(registered, "appeal_answered"), by=maria(), at=NINE + 3 * HOUR)
    assert clock(registered).stopped_at is None
    registered.refresh_from_db()
    assert (registered.answered_on, registered.answer_number) == (None, "")


def test_the_ledger_has_nothing_against_any_of_it(registered, monkeypatch):
    """Extended by letter, forwarded in part, answered on paper, and another one forwarded."""
    now = {"by": maria(), "at": NINE + 2 * HOUR}
    to = "p@example.com"
    flow.extend_appeal(registered, days=30, reason="request", to=to, **now)
    flow.forward_appeal(registered, body="Минсельхоз", in_part=True, to=to, **now)
    other = make_inquiry(at=NINE, route_to=maria(), email="q@example.com", name="Иной", company="")
    Appeal.mark(other, received_on=TUESDAY, by=maria(), at=NINE)
    other.appeal.register(number="2", registered_on=TUESDAY, to_forward=True, **now)
    flow.forward_appeal(other.appeal, body="Минсельхоз", in_part=False, to="q@example.com", **now)
    at = NINE + 2 * HOUR + timedelta(minutes=1)
    monkeypatch.setattr(tasks, "database_now", lambda: at)
    tasks.sweep()
    registered.refresh_from_db()
    assert registered.extended_on == registered.forwarded_on == TUESDAY
    assert differences(at) == {}
    registered.answer_on_paper(number="3", on=TUESDAY, by=maria(), at=at)
    assert differences(at) == {}
