"""A manager's day: what he promised by when, and which of his inquiries promise nothing."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from leads.models import CalendarDay, FollowUp, Inquiry
from leads.worktime import WorkCalendar

AT_MOST = 100
"""Of each group: a day holds no more, and the page stays one page."""


@dataclass(frozen=True)
class Day:
    overdue: list[FollowUp]
    today: list[FollowUp]
    later: list[FollowUp]
    without_step: list[Inquiry]
    awaiting_investor: list[Inquiry]
    next_step: FollowUp | None
    # Where the hours that run now, or come next, begin and end; None when the office is closed.
    hours: tuple[datetime, datetime] | None = None
    done: int = 0

    def __bool__(self):
        return bool(self.overdue or self.today)

    @property
    def now(self) -> list[FollowUp]:
        """Due within the hours that run: before the break, while it is morning."""
        return [step for step in self.today if self.hours and step.due_at <= self.hours[1]]

    @property
    def after(self) -> list[FollowUp]:
        return [step for step in self.today if not self.hours or step.due_at > self.hours[1]]

    @property
    def left(self) -> int:
        return len(self.overdue) + len(self.today)

    @property
    def all(self) -> int:
        return self.left + self.done


def my_day(user, *, at) -> Day:
    """In seven statements, whatever the number of rows."""
    today = timezone.localdate(at)
    midnight = _start(today + timedelta(days=1))
    week_ends = _start(today + timedelta(days=7 - today.weekday()))
    steps = FollowUp.objects.on_desk_of(user, at=at).select_related(
        "inquiry__investor", "inquiry__contact", "inquiry__officer", "owner__user"
    )
    steps = steps.order_by("due_at", "pk")
    soon = list(steps.filter(due_at__lt=max(midnight, week_ends))[: 3 * AT_MOST])
    mine = Inquiry.objects.on_desk_of(user).select_related("investor", "contact", "officer")
    return Day(
        overdue=[step for step in soon if step.due_at < at],
        today=[step for step in soon if at <= step.due_at < midnight],
        later=[step for step in soon if step.due_at >= midnight],
        without_step=list(mine.without_step().order_by("-last_activity_at", "-id")[:AT_MOST]),
        awaiting_investor=list(
            mine.awaiting_investor().order_by("waiting_until", "-last_activity_at")[:AT_MOST]
        ),
        next_step=steps.filter(due_at__gte=midnight).first(),
        hours=_hours(CalendarDay.office(), at),
        done=FollowUp.objects.done_by(user, since=_start(today)).count(),
    )


def _hours(calendar: WorkCalendar, at) -> tuple[datetime, datetime] | None:
    today = timezone.localdate(at)
    for opens, closes in calendar.intervals(today):
        ends = timezone.make_aware(datetime.combine(today, closes))
        if at < ends:
            return timezone.make_aware(datetime.combine(today, opens)), ends
    return None


def _start(day) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
