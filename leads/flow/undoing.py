"""Undoing: what a row of history tells of is taken back, while nothing newer is about the same."""

from collections.abc import Callable
from datetime import date

from django.db import transaction

from districts.matching.need import Need as Figures
from leads.models import Activity, Appeal, Batch, FollowUp, Inquiry, Match

from .matching import change_need


def undoable(row: Activity) -> bool:
    """Whether it may be tried, of a row fetched by `telling_overtaken`; no query."""
    known = row.kind in WAYS_BACK and row.actor_id and "undoes" not in row.data
    return bool(known and not row.overtaken and ("about" in row.data or row.kind == "noted"))


@transaction.atomic
def undo(row: Activity, *, by, at) -> bool:
    """Take it back with all that was done by the same press; each is told as a new row.

    False when it is overtaken or cannot be taken back any more.
    """
    inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=row.inquiry_id)
    deed = inquiry.activities.filter(actor=row.actor_id, at=row.at).order_by("pk")
    undone = {one for one in deed.values_list("pk", flat=True) if _undo_one(one, by=by, at=at)}
    return row.pk in undone


def _undo_one(pk: int, *, by, at) -> bool:
    row = Activity.objects.telling_overtaken().get(pk=pk)
    if not undoable(row):
        return False
    inquiry = Inquiry.objects.select_related("need").get(pk=row.inquiry_id)
    return bool(WAYS_BACK[row.kind](inquiry, row, by=by, at=at))


def undo_batch(batch: Batch, *, by, at) -> tuple[int, int]:
    """Take back whatever of it still can be: how many, and how many could not."""
    if not batch.claim_undo(at=at):
        return 0, 0
    rows = Activity.objects.filter(pk__in=batch.told).select_related("inquiry__officer")
    mine = [row for row in rows.order_by("-pk") if row.inquiry.changeable_by(by)]
    done = sum(undo(row, by=by, at=at) for row in mine)
    return done, len(batch.told) - done


def _step(verb: str):
    def back(inquiry, row, *, by, at):
        step = FollowUp.objects.filter(inquiry=inquiry, pk=row.data["step_id"]).first()
        return step is not None and getattr(step, verb)(row, by=by, at=at)

    return back


def _match(inquiry, row, *, by, at):
    found = Match.objects.filter(run__inquiry=inquiry, pk=row.data["match"]).first()
    return found is not None and found.decide_back(row, by=by, at=at)


def _wait(inquiry, row, *, by, at):
    until = _day(row.data["was_until"])
    return inquiry.wait(on=row.data["was_on"], until=until, by=by, at=at, undoes=row.pk)


def _snooze(inquiry, row, *, by, at):
    return inquiry.snooze(until=_day(row.data["was"]), by=by, at=at, undoes=row.pk)


def _day(text):
    return date.fromisoformat(text) if text else None


def _need(inquiry, row, *, by, at):
    figures = inquiry.need.figures().to_json() | row.data["was"]
    need = Figures.from_json(figures)
    change_need(inquiry, need, by=by, at=at, undoes=row.pk)
    return True


def _appeal(verb: str):
    def back(inquiry, row, *, by, at):
        appeal = Appeal.objects.filter(inquiry=inquiry).first()
        return appeal is not None and getattr(appeal, verb)(row, by=by, at=at)

    return back


WAYS_BACK: dict[str, Callable] = {
    "advanced": Inquiry.move_back,
    "taken": Inquiry.give_back,
    "reassigned": Inquiry.give_back,
    "routed": Inquiry.give_back,
    "set_aside": Inquiry.restore,
    "noted": Inquiry.withdraw_note,
    "waiting": _wait,
    "snoozed": _snooze,
    "need_changed": _need,
    "match_chosen": _match,
    "match_refused": _match,
    "match_reopened": _match,
    "follow_up_done": _step("reopen"),
    "follow_up_opened": _step("withdraw"),
    "follow_up_moved": _step("move_back"),
    "appeal_marked": _appeal("unmark_back"),
    "appeal_registered": _appeal("unregister"),
    "appeal_extended": _appeal("take_back"),
    "appeal_forwarded": _appeal("take_back"),
    "appeal_answered": _appeal("take_back"),
}
