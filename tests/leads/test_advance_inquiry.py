"""Moving an inquiry along the pipeline."""

from datetime import timedelta

import pytest

from leads.models import MOVES, Inquiry, MoveRefused, Stage
from tests.world import AT, make_inquiry, maria

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


def test_it_works():
    inquiry, by = make_inquiry(), maria()
    assert inquiry.advance(to="qualified", by=by, at=LATER)
    assert inquiry.stage == Stage.QUALIFIED
    assert inquiry.last_activity_at == LATER
    history = inquiry.activities.newest()[0]
    assert (history.kind, history.actor, history.data["was"]) == ("advanced", by, "new")


def test_won_closes_it_with_every_step():
    inquiry = make_inquiry()
    inquiry.advance(to="won", by=maria(), at=LATER)
    assert not inquiry.is_open
    assert inquiry.closed_at == LATER
    assert inquiry.next_due_at is None
    left = set(inquiry.follow_ups.open().values_list("kind", flat=True))
    assert left == {"aftercare"}, "a won project is looked after"
    told = inquiry.activities.get(kind="advanced").data["dropped"]
    assert told == ["first_contact", "substantive_reply"], "broken promises are not hidden"


def test_lost_needs_a_reason():
    inquiry = make_inquiry()
    with pytest.raises(MoveRefused, match="reason_missing"):
        inquiry.advance(to="lost", by=maria(), at=LATER)
    inquiry.advance(to="lost", by=maria(), at=LATER, lost_reason="money", competing_place="Адыгея")
    assert (inquiry.lost_reason, inquiry.competing_place) == ("money", "Адыгея")


def test_a_reopened_one_has_no_reason_left():
    inquiry, by = make_inquiry(), maria()
    inquiry.advance(to="lost", by=by, at=LATER, lost_reason="money")
    inquiry.advance(to="qualified", by=by, at=LATER + timedelta(hours=1))
    assert inquiry.is_open
    assert inquiry.lost_reason == ""
    assert inquiry.closed_at is None
    assert inquiry.follow_ups.open().count() == 1, "no open inquiry stands without a next step"


def test_a_move_that_is_not_allowed():
    inquiry = make_inquiry()
    inquiry.advance(to="won", by=maria(), at=LATER)
    with pytest.raises(MoveRefused, match="not_allowed"):
        inquiry.advance(to="new", by=maria(), at=LATER)


def test_the_second_of_two_movers_changes_nothing():
    inquiry = make_inquiry()
    stale = Inquiry.objects.get(pk=inquiry.pk)
    inquiry.advance(to="qualified", by=maria(), at=LATER)
    assert not stale.advance(to="proposal", by=maria(), at=LATER)
    assert Inquiry.objects.get(pk=inquiry.pk).stage == Stage.QUALIFIED


def test_every_stage_has_its_moves():
    assert set(MOVES) == set(Stage.values)
    assert all(moves <= set(Stage.values) - {stage} for stage, moves in MOVES.items())
