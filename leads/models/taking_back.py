"""Steps taken back: ticked off or set by mistake, or moved to the wrong day."""

from datetime import datetime

from django.db import IntegrityError, models, transaction

from .activity import Activity
from .clock_stopping import unheard


class TakingBackQuerySet(models.QuerySet):
    def drop(self, *, by, at) -> tuple[list[str], list[int]]:
        """End the open ones with their inquiry: their kinds and keys, the earliest first."""
        rows = list(self.open().order_by("due_at").values_list("kind", "pk"))
        self.open().close(by=by, at=at)
        return [kind for kind, _ in rows], [pk for _, pk in rows]

    def open_again(self) -> int:
        """Those of them that are done stand open as before, with the officer of today."""
        inquiries = self.model.inquiry.field.related_model.objects
        owner = inquiries.filter(pk=models.OuterRef("inquiry")).values("officer")[:1]
        done = self.filter(done_at__isnull=False)
        touched = set(done.values_list("inquiry_id", flat=True))
        changed = done.update(done_at=None, done_by=None, outcome="", owner=models.Subquery(owner))
        for pk in touched:
            self.model.note_next_due(pk)
        return changed


class TakingBack:
    @transaction.atomic
    def reopen(self, row: Activity, *, by, at) -> bool:
        """Not done after all; the step that was set in its place goes. False when it is open."""
        try:
            with transaction.atomic():
                changed = type(self).objects.filter(pk=self.pk).open_again()
        except IntegrityError:
            # The same promise was given anew meanwhile, and stands.
            return False
        if not changed:
            return False
        self._record("follow_up_reopened", by=by, at=at, undoes=row.pk)
        # Nobody spoke with him, then: the clocks that this had stopped run on.
        unheard(self.inquiry, row.at, event="conversation", at=at)
        together = self.inquiry.activities.filter(kind="follow_up_opened", at=row.at)
        for other in together.filter(actor=row.actor):
            step = self.inquiry.follow_ups.open().filter(pk=other.data["step_id"]).first()
            if step is not None:
                step.withdraw(other, by=by, at=at)
        self.refresh_from_db()
        return True

    @transaction.atomic
    def withdraw(self, row: Activity, *, by, at) -> bool:
        """Take a promise back; False when it is done, or the only one of an open inquiry."""
        rows = type(self).objects
        others = rows.open().filter(inquiry=self.inquiry_id).exclude(pk=self.pk)
        if self.inquiry.is_open and not others.exists():
            return False
        taken = {"done_at": at, "done_by": by, "outcome": self.Outcome.WITHDRAWN}
        if not rows.open().filter(pk=self.pk).update(**taken):
            return False
        self.note_next_due(self.inquiry_id)
        self._record("follow_up_withdrawn", by=by, at=at, undoes=row.pk)
        self.refresh_from_db()
        return True

    def move_back(self, row: Activity, *, by, at) -> bool:
        """Due when it was due before that row moved it; False when it is done."""
        to = datetime.fromisoformat(row.data["was"])
        return self.postpone(to=to, by=by, at=at, undoes=row.pk)

    def _record(self, kind, *, by, at, **said):
        said |= {"step": self.kind, "step_id": self.pk, "about": f"step:{self.pk}"}
        Activity.objects.record(self.inquiry, kind, by=by, at=at, **said)
