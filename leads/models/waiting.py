"""What holds an inquiry up: nobody's next step, or an answer that somebody outside owes."""

from django.db import models, transaction

from .activity import Activity
from .clock import Clock
from .stage import WaitingOn


class WaitingQuerySet(models.QuerySet):
    def without_step(self):
        """Open, and nobody has promised anything."""
        return self.open().filter(next_due_at=None)

    def awaiting_investor(self):
        return self.open().filter(waiting_on=WaitingOn.INVESTOR)


class Waiting:
    @transaction.atomic
    def wait(self, *, on: str, until=None, by, at, **told) -> bool:
        """Say who owes the next word and by which day; False when that was said already."""
        until = None if on == WaitingOn.NOBODY else until
        said = {"waiting_on": on, "waiting_until": until}
        rows = type(self).objects.filter(pk=self.pk)
        if (self.waiting_on, self.waiting_until) == (on, until) or not rows.update(**said):
            return False
        told |= {"about": "waiting", "on": on, "was_on": self.waiting_on}
        days = {"until": until, "was_until": self.waiting_until}
        told |= {name: day and day.isoformat() for name, day in days.items()}
        Activity.objects.record(self, "waiting", by=by, at=at, **told)
        self.refresh_from_db()
        Clock.attend_all(self, at=at)
        return True
