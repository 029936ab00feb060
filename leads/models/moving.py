"""Moves of an inquiry along the pipeline, and the way back from the last of them."""

from django.db import models, transaction

from .activity import Activity
from .calendar import CalendarDay
from .stage import MOVES, MoveRefused, Stage

CLOSING = (Stage.WON, Stage.LOST)


class Moving(models.Model):
    # Rot and the days on a card are counted from here, without a look into the history.
    stage_since_at = models.DateTimeField()

    class Meta:
        abstract = True

    def moves(self) -> list[str]:
        """Stages it may go to now, in the order of the pipeline."""
        return [stage for stage in Stage.values if stage in MOVES[self.stage]]

    @transaction.atomic
    def advance(self, *, to: str, by, at, lost_reason: str = "", competing_place: str = "") -> bool:
        """Move to another stage; False when someone moved it first. Raises MoveRefused."""
        if to not in MOVES[self.stage]:
            raise MoveRefused("not_allowed")
        if to == Stage.LOST and not lost_reason:
            raise MoveRefused("reason_missing")
        lost, closing = to == Stage.LOST, to in CLOSING
        said = {"was": self.stage, "to": to, "reason": lost_reason if lost else ""}
        said["since"] = self.stage_since_at.isoformat()
        if not self._stand(
            to,
            at=at,
            lost_reason=said["reason"],
            # What was heard of the competitor stays known when the inquiry comes back.
            competing_place=competing_place if lost else self.competing_place,
            closed_at=at if closing else None,
        ):
            return False
        if closing:
            # What was promised and not done ends here, and the history says so.
            said["dropped"], said["steps"] = self.follow_ups.drop(by=by, at=at)
        reopened = self.closed_at and not closing
        Activity.objects.record(self, "advanced", by=by, at=at, about="stage", **said)
        if to == Stage.WON:
            self.follow_ups.model.look_after(self, by=by, at=at)
        if reopened:
            self.follow_ups.drop(by=by, at=at)
            # Opened again: an open inquiry never stands without a next step.
            self.follow_ups.model.promise(self, "step", calendar=CalendarDay.office(), by=by, at=at)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def move_back(self, row: Activity, *, by, at) -> bool:
        """Undo the move that this row tells of; False when the inquiry stands elsewhere by now."""
        was, to = row.data["was"], row.data["to"]
        closed = {"lost_reason": "", "closed_at": None}
        if was in CLOSING:
            moves = self.activities.filter(kind="advanced", pk__lt=row.pk, data__to=was)
            closing = moves.order_by("-pk").first()
            closed = {"lost_reason": closing.data["reason"], "closed_at": closing.at}
        if self.stage != to or not self._stand(was, at=row.data["since"], **closed):
            return False
        if to in CLOSING:
            self.follow_ups.drop(by=by, at=at)
            self.follow_ups.filter(pk__in=row.data["steps"]).open_again()
        elif was in CLOSING:
            self.follow_ups.drop(by=by, at=at)
        said = {"was": to, "to": was, "reason": closed["lost_reason"], "undoes": row.pk}
        Activity.objects.record(self, "advanced", by=by, at=at, about="stage", **said)
        self.refresh_from_db()
        return True

    def _stand(self, stage, *, at, **columns) -> bool:
        rows = type(self).objects.filter(pk=self.pk, stage=self.stage)
        return bool(rows.update(stage=stage, stage_since_at=at, **columns))
