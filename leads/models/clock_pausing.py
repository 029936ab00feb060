"""Pauses of a clock: for a party that is named, until a day, and never for the law."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from .stage import WaitingOn

# What the law says: owed though the inquiry is closed, and by its own day whatever happens.
STATUTORY = frozenset(["registration", "forwarding", "statutory"])
# Whom a clock may wait for. No other is ever paused: the law waits for nobody, nor does a district.
PAUSED_BY = {
    "first_contact": frozenset([WaitingOn.INVESTOR]),
    "substantive_reply": frozenset([WaitingOn.INVESTOR, WaitingOn.DISTRICT]),
}


class ClockPausing:
    def left(self, calendar, *, at) -> timedelta:
        """Working time that is left; negative when late. While paused it stands still."""
        return calendar.elapsed(self.stopped_at or self.paused_at or at, self.due_at)

    def _should_wait(self, at) -> bool:
        if self.inquiry is None or self.kind not in PAUSED_BY:
            return False
        waits = self.inquiry.waiting_on in PAUSED_BY[self.kind]
        until = self.inquiry.waiting_until
        return bool(waits and until and until > timezone.localdate(at))

    def _pause(self, calendar, *, at) -> None:
        """Until the day named; a change of the day keeps what was left at the first pause."""
        if not self.paused_at:
            self.paused_at = at
        self.paused_for, self.paused_until = self.inquiry.waiting_on, self.inquiry.waiting_until
        self._keep(next_at=calendar.next_opening(_midnight(self.paused_until)))

    def _resumes_at(self, calendar, at):
        """On the day named, or now when the wait ended before it."""
        return max(self.paused_at, min(at, calendar.next_opening(_midnight(self.paused_until))))

    def _continue(self, since, calendar, terms, *, at, **columns) -> None:
        """Run on from `at` with what was left at `since`; what was late stays late."""
        left = calendar.elapsed(since, self.due_at)
        if left > timedelta(0) and self.kind not in STATUTORY:
            self.due_at = calendar.add(at, left)
        self.paused_at, self.paused_for, self.paused_until = None, "", None
        next_at = self.next_moment(calendar, terms, at=at)
        if left <= timedelta(0) and next_at is not None:
            # Nobody is told the very moment the wait is over.
            next_at = max(next_at, terms["cool_down"].due(calendar, at))
        self._keep(next_at=next_at, **columns)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
