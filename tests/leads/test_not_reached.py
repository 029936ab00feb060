"""A step that reached nobody tries again three times, ever later, then the head has it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads.models import FollowUp, Notification
from leads.pipeline.my_day import my_day
from tests.world import gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db
MOSCOW = ZoneInfo("Europe/Moscow")
NINE = datetime(2026, 11, 17, 9, tzinfo=MOSCOW)


def a_step() -> FollowUp:
    return make_inquiry(at=NINE, route_to=maria()).follow_ups.get(kind="first_contact")


def test_it_works():
    step = a_step()
    assert step.not_reached(reason="busy", by=maria(), at=NINE)
    assert step.due_at == NINE + timedelta(hours=2)
    assert (step.rule, step.done_at, step.last_reason) == ("retry_1:2:hours", None, "Занято")
    assert step.tries == [{"at": NINE.isoformat(), "reason": "busy", "by": maria().pk}]
    step.inquiry.refresh_from_db()
    assert step.inquiry.next_due_at == step.due_at
    event = step.inquiry.activities.order_by("-pk").first()
    assert (event.kind, event.data["tries"]) == ("unreached", 1)
    assert step.inquiry.clocks.running().filter(kind="first_contact").exists()


def test_pressed_twice_it_is_one_try():
    step = a_step()
    stale = FollowUp.objects.get(pk=step.pk)
    assert step.not_reached(reason="busy", by=maria(), at=NINE)
    assert not stale.not_reached(reason="busy", by=maria(), at=NINE)


def test_after_three_pauses_the_head_has_it():
    head, step, at = gleb(), a_step(), NINE
    pauses = []
    for _ in range(3):
        step.not_reached(reason="no_answer", by=maria(), at=at)
        pauses.append(step.due_at - at)
        at = step.due_at
        assert step.with_head_at is None
    assert pauses == sorted(set(pauses)), "each pause is longer"
    assert not Notification.objects.filter(kind="unreached").exists()
    step.not_reached(reason="no_answer", by=maria(), at=at)
    assert step.with_head_at == at
    assert len(step.tries) == 4
    assert Notification.objects.get(kind="unreached").user == head
    day = my_day(head, at=step.due_at + timedelta(minutes=1))
    assert step in day.overdue
    assert step in my_day(maria(), at=step.due_at + timedelta(minutes=1)).overdue


def test_a_done_one_is_not_tried():
    step = a_step()
    step.complete(by=maria(), at=NINE)
    assert not step.not_reached(reason="busy", by=maria(), at=NINE)
