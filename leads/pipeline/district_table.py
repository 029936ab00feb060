"""How districts answer: one row a district, each figure with its definition on the page."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median

from leads.models import CalendarDay, Referral

# What may be looked at, in days; 0 is everything.
PERIODS = (90, 365, 0)


@dataclass
class Row:
    district: object
    referred: int = 0
    accepted: int = 0
    returned: int = 0
    answered: int = 0
    in_time: int = 0
    open: int = 0
    late: int = 0
    took: list[timedelta] = field(default_factory=list)

    @property
    def share_in_time(self) -> int | None:
        """Of the answers given; None where there is none."""
        return round(100 * self.in_time / self.answered) if self.answered else None

    @property
    def median_hours(self) -> float | None:
        """Working hours from the referral to the answer; None without an answer."""
        return round(median(self.took) / timedelta(hours=1), 1) if self.took else None

    def count(self, referral, calendar, at) -> None:
        self.referred += 1
        self.accepted += referral.accepted_at is not None
        self.returned += referral.returned_at is not None
        if referral.answered_at:
            self.answered += 1
            self.in_time += not referral.due_at or referral.answered_at <= referral.due_at
            self.took.append(calendar.elapsed(referral.referred_at, referral.answered_at))
        elif not referral.returned_at:
            self.open += 1
            self.late += bool(referral.due_at and referral.due_at <= at)


def referred_within(days: int, *, at):
    rows = Referral.objects.select_related("district")
    return rows.filter(referred_at__gte=at - timedelta(days=days)) if days else rows


def table(days: int, *, at) -> list[Row]:
    """Those that were asked within the period, the most often first; in three statements."""
    calendar, found = CalendarDay.office(), defaultdict(list)
    for referral in referred_within(days, at=at):
        found[referral.district].append(referral)
    rows = []
    for district, referrals in found.items():
        row = Row(district)
        for referral in referrals:
            row.count(referral, calendar, at)
        rows.append(row)
    return sorted(rows, key=lambda row: (-row.referred, row.district.pk))
