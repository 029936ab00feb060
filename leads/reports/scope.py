"""What a report is a function of: a period, who asks, and the filters of the page."""

from dataclasses import dataclass
from datetime import datetime

from leads.models import Disposition, Inquiry

# In no figure anywhere: not from investors, not admitted, said twice, erased by law, or not of this
# hotline's own work.
EXCLUDED = (
    Disposition.TEST,
    Disposition.SPAM,
    Disposition.QUARANTINED,
    Disposition.DUPLICATE,
    Disposition.ERASED,
    Disposition.HISTORY,
)
SEES_ALL = frozenset({"head", "auditor"})


@dataclass(frozen=True)
class Scope:
    """From `start` up to, not including, `end`, as it stood at `at`."""

    user: object
    at: datetime
    start: datetime
    end: datetime
    channel: str = ""
    officer: str = ""

    @property
    def own_only(self) -> bool:
        """A manager reads his own numbers and nobody else's."""
        return not self.user.roles() & SEES_ALL

    def counted(self):
        """Every inquiry that may stand in a figure, of whichever day."""
        rows = Inquiry.objects.visible_to(self.user).exclude(disposition__in=EXCLUDED)
        if self.own_only:
            rows = rows.filter(officer__user=self.user)
        if self.channel:
            rows = rows.filter(channel=self.channel)
        return rows.filter(officer=self.officer) if self.officer else rows

    def cohort(self):
        """Those that came in within the period."""
        return self.counted().filter(opened_at__gte=self.start, opened_at__lt=self.end)

    def passed(self) -> datetime:
        """The end of what has happened already: a promise due tomorrow is neither kept nor late."""
        return min(self.end, self.at)
