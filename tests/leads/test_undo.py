"""Undoing: whatever can be taken back comes back exactly, and never over something newer."""

from datetime import timedelta

import pytest

from districts.matching.need import Bounds, Need
from leads import flow
from leads.ledger import recount
from leads.models import CalendarDay, FollowUp, Inquiry, Match
from tests.world import (
    AT,
    boris,
    gleb,
    make_industry,
    make_inquiry,
    make_park,
    maria,
    registry_changed,
)

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)
KEPT = (
    *("stage", "stage_since_at", "lost_reason", "closed_at", "disposition", "officer_id"),
    *("waiting_on", "waiting_until", "snoozed_until", "duplicate_of_id", "next_due_at"),
)


def state(inquiry):
    """All that an undoing has to restore: the columns, the open steps, the matches, the need."""
    inquiry = Inquiry.objects.get(pk=inquiry.pk)
    steps = inquiry.follow_ups.open().order_by("pk").values_list("pk", "due_at", "owner_id")
    matches = Match.objects.newest(inquiry).order_by("pk")
    decided = matches.values_list("state", "state_reason")
    columns = [getattr(inquiry, name) for name in KEPT]
    return columns, list(steps), list(decided), inquiry.need.figures().to_json()


def fresh(inquiry):
    return Inquiry.objects.get(pk=inquiry.pk)


def last(inquiry):
    return inquiry.activities.order_by("-pk").first()


def first_of(inquiry, kind):
    return inquiry.activities.filter(kind=kind).order_by("-pk").first()


def step(inquiry):
    return inquiry.follow_ups.open().order_by("pk").first()


def done_with_another(inquiry, **now):
    calendar = CalendarDay.office()

    def then():
        FollowUp.promise(inquiry, "step", calendar=calendar, **now)

    step(inquiry).complete(then=then, **now)


DEEDS = {
    "advanced": lambda one, now: one.advance(to="visit", **now),
    "lost": lambda one, now: one.advance(to="lost", lost_reason="money", **now),
    "reassigned": lambda one, now: one.assign(boris().officer, kind="reassigned", **now),
    "waiting": lambda one, now: one.wait(on="investor", until=AT.date(), **now),
    "snoozed": lambda one, now: one.snooze(until=AT.date(), **now),
    "set_aside": lambda one, now: one.set_aside(disposition="spam", **now),
    "follow_up_done": lambda one, now: done_with_another(one, **now),
    "follow_up_moved": lambda one, now: step(one).postpone(to=LATER, **now),
    "follow_up_opened": lambda one, now: FollowUp.promise(
        one, "step", calendar=CalendarDay.office(), **now
    ),
    "match_chosen": lambda one, now: Match.objects.newest(one)[0].choose(**now),
    "match_refused": lambda one, now: Match.objects.newest(one)[0].refuse(reason="price", **now),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_it_works(deed):
    make_industry("food_processing")
    make_park("yug", area_free_ha=20)
    registry_changed()
    maria()
    inquiry = make_inquiry()
    flow.route(inquiry, at=AT)
    inquiry.refresh_from_db()
    before = state(inquiry)
    DEEDS[deed](inquiry, {"by": maria(), "at": LATER})
    assert state(inquiry) != before
    row = first_of(inquiry, {"lost": "advanced"}.get(deed, deed))
    assert flow.undo(row, by=maria(), at=LATER)
    assert state(inquiry) == before
    assert last(inquiry).data["undoes"] == row.pk or deed == "follow_up_done"
    assert not flow.undo(row, by=maria(), at=LATER), "once is enough"
    assert recount(LATER).difference == 0


def first_contact(inquiry):
    return inquiry.clocks.get(kind="first_contact")


def test_a_conversation_that_was_none_lets_its_clock_run_on():
    maria()
    inquiry = make_inquiry()
    flow.route(inquiry, at=AT)
    done_with_another(inquiry, by=maria(), at=LATER)
    assert first_contact(inquiry).stop_event == "conversation"
    again = LATER + timedelta(minutes=30)
    before = first_contact(inquiry).due_at
    assert flow.undo(first_of(inquiry, "follow_up_done"), by=maria(), at=again)
    clock = first_contact(inquiry)
    assert (clock.stopped_at, clock.stop_event) == (None, "")
    assert clock.due_at - before == timedelta(minutes=30), "with what was left"
    assert clock.next_at is not None
    assert recount(again).difference == 0


def test_one_who_was_spoken_with_since_needs_no_first_word():
    inquiry = make_inquiry(route_to=maria())
    done_with_another(inquiry, by=maria(), at=LATER)
    later = LATER + timedelta(minutes=1)
    inquiry.log_conversation(how="phone", by=boris(), at=later)
    assert flow.undo(first_of(inquiry, "follow_up_done"), by=maria(), at=later)
    assert first_contact(inquiry).stopped_at == LATER


def test_a_need_comes_back_with_its_places():
    make_park("small", area_free_ha=2)
    make_park("large", area_free_ha=20)
    registry_changed()
    inquiry = make_inquiry(route_to=maria(), figures=Need(land_ha=Bounds(15, 15)))
    flow.change_need(inquiry, Need(land_ha=Bounds(1, 2)), by=maria(), at=LATER)
    assert flow.undo(first_of(inquiry, "need_changed"), by=maria(), at=LATER)
    assert fresh(inquiry).need.figures().land_ha == Bounds(15, 15)
    assert [match.park_id for match in Match.objects.current(inquiry, "park")] == ["large"]


def test_reopening_is_undone_to_the_same_loss():
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="lost", lost_reason="money", competing_place="Тула", by=maria(), at=AT)
    inquiry.advance(to="qualified", by=maria(), at=LATER)
    assert flow.undo(first_of(inquiry, "advanced"), by=maria(), at=LATER)
    inquiry.refresh_from_db()
    assert (inquiry.stage, inquiry.lost_reason, inquiry.closed_at) == ("lost", "money", AT)
    assert inquiry.competing_place == "Тула"
    assert not inquiry.follow_ups.open().exists()


def test_nothing_newer_is_undone_with_it():
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="matching", by=maria(), at=AT)
    row = first_of(inquiry, "advanced")
    inquiry.advance(to="visit", by=gleb(), at=LATER)
    assert not flow.undo(row, by=maria(), at=LATER)
    assert fresh(inquiry).stage == "visit"


def test_another_thing_meanwhile_does_not_hinder():
    inquiry = make_inquiry(route_to=maria())
    inquiry.advance(to="matching", by=maria(), at=AT)
    row = first_of(inquiry, "advanced")
    inquiry.wait(on="investor", by=gleb(), at=LATER)
    assert flow.undo(row, by=maria(), at=LATER)
    assert (fresh(inquiry).stage, fresh(inquiry).waiting_on) == ("new", "investor")


def test_the_only_step_of_an_open_inquiry_is_not_taken_back():
    inquiry = make_inquiry(route_to=maria())
    FollowUp.promise(inquiry, "step", calendar=CalendarDay.office(), by=maria(), at=LATER)
    for one in inquiry.follow_ups.open().exclude(kind="step"):
        one.complete(by=maria(), at=AT)
    row = inquiry.activities.filter(kind="follow_up_opened").order_by("pk").last()
    assert not flow.undo(row, by=maria(), at=LATER)
    assert inquiry.follow_ups.open().count() == 1


def test_what_the_machine_did_is_not_undone():
    inquiry = make_inquiry()
    assert not flow.undo(first_of(inquiry, "opened"), by=maria(), at=LATER)
    assert not flow.undo(first_of(inquiry, "follow_up_opened"), by=maria(), at=LATER)


def test_a_note_stays_in_the_history_as_taken_back():
    inquiry = make_inquiry(route_to=maria())
    note = inquiry.note("не то", by=maria(), at=AT)
    assert flow.undo(note, by=maria(), at=LATER)
    assert not flow.undo(note, by=maria(), at=LATER)
    assert inquiry.activities.get(pk=note.pk).data["text"] == "не то"
