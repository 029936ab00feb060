"""Whose inquiry it is: given, taken off the queue, given back."""

from django.db import transaction

from .activity import Activity


class Assigning:
    @transaction.atomic
    def assign(self, officer, *, by, at, kind: str = "routed") -> bool:
        """Give it to this officer with every open step; False when it was his already."""
        others = type(self).objects.filter(pk=self.pk).exclude(officer=officer)
        return self._give(others, officer, by=by, at=at, kind=kind)

    @transaction.atomic
    def take(self, officer, *, by, at, kind: str = "taken") -> bool:
        """Off the queue, for oneself or another; False when it has an officer meanwhile."""
        free = type(self).objects.filter(pk=self.pk, officer=None)
        return self._give(free, officer, by=by, at=at, kind=kind)

    @transaction.atomic
    def give_back(self, row: Activity, *, by, at) -> bool:
        """Undo the change of officer that this row tells of; without one before it: the queue."""
        his = type(self).objects.filter(pk=self.pk, officer=row.data["officer"])
        was = his.model.officer.field.related_model.objects.filter(pk=row.data["was"]).first()
        return self._give(his, was, by=by, at=at, kind="reassigned", undoes=row.pk)

    def _give(self, rows, officer, *, by, at, kind, **said) -> bool:
        found = rows.select_for_update(of=("self",)).values("officer_id").first()
        if found is None:
            return False
        rows.update(officer=officer)
        if officer is not None:
            type(officer).objects.filter(pk=officer.pk).update(last_assigned_at=at)
        self.follow_ups.open().update(owner=officer)
        said |= {"officer": officer and officer.pk, "was": found["officer_id"]}
        Activity.objects.record(self, kind, by=by, at=at, about="officer", **said)
        self.refresh_from_db()
        if officer is not None:
            self.messages.model.name_officer(self, at=at)
        return True
