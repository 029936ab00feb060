"""Working hours as rows: the week of a team or an officer, and the days that differ from it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from leads.worktime import OFFICE_WEEK, Intervals, WorkCalendar

Week = tuple[Intervals, ...]


class Schedule(models.Model):
    """The hours of a team; the office's are those of everybody who has none of his own."""

    name = models.CharField(_("team"), max_length=120, unique=True)
    is_office = models.BooleanField(default=False, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_office"], condition=Q(is_office=True), name="schedule_one_office"
            )
        ]

    def __str__(self):
        return self.name

    @classmethod
    @transaction.atomic
    def set_up(cls, name: str, week: Week) -> "Schedule":
        """A new team. Raises ValueError for what is no week."""
        made = cls.objects.create(name=name)
        made.keep_hours(week)
        return made

    @transaction.atomic
    def keep_hours(self, week: Week, *, name: str = "") -> None:
        """Work these hours from now on. Raises ValueError for what is no week."""
        WorkCalendar(week=week)
        if name:
            Schedule.objects.filter(pk=self.pk).update(name=name)
        self.shifts.all().delete()
        Shift.objects.bulk_create(Shift(schedule=self, **row) for row in _rows(week))


class Shift(models.Model):
    """One interval of a weekly timetable, a team's or an officer's own; 00:00 ends the day."""

    schedule = models.ForeignKey(
        Schedule, null=True, blank=True, on_delete=models.CASCADE, related_name="shifts"
    )
    officer = models.ForeignKey(
        "leads.Officer", null=True, blank=True, on_delete=models.CASCADE, related_name="shifts"
    )
    weekday = models.PositiveSmallIntegerField(validators=[MaxValueValidator(6)])
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(schedule=None) ^ Q(officer=None), name="shift_of_a_team_or_an_officer"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="shift_on_a_day_of_the_week"),
            models.CheckConstraint(
                condition=Q(opens__lt=F("closes")) | Q(closes=time(0)), name="shift_in_order"
            ),
        ]

    def __str__(self):
        return f"{self.weekday} {self.opens:%H:%M}–{self.closes:%H:%M}"

    @classmethod
    @transaction.atomic
    def set_for(cls, officer, week: Week) -> None:
        """His own hours; an empty week gives him those of his team. Raises ValueError."""
        if any(week):
            WorkCalendar(week=week)
        officer.shifts.all().delete()
        cls.objects.bulk_create(cls(officer=officer, **row) for row in _rows(week))


class CalendarDay(models.Model):
    """An override: no hours is a day off, `opens`/`closes` in pairs are the hours worked.

    Without a team it holds for everybody; a team's own word goes before it.
    """

    day = models.DateField(_("day"))
    schedule = models.ForeignKey(
        Schedule,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="days",
        verbose_name=_("team"),
    )
    hours = ArrayField(
        models.TimeField(),
        default=list,
        blank=True,
        help_text=_("opens, closes, opens, closes …; empty is a day off"),
    )
    note = models.CharField(_("why"), max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "schedule"], nulls_distinct=False, name="calendar_day_said_once"
            )
        ]

    def __str__(self):
        return f"{self.day}"

    def clean(self):
        hours = self.hours if isinstance(self.hours, list) else []
        ends = [*hours[:-1], time.max] if hours[-1:] == [time(0)] else hours
        if len(hours) % 2 or ends != sorted(set(ends)):
            raise ValidationError({"hours": _("Give moments in pairs, each later than the last.")})

    @property
    def intervals(self) -> Intervals:
        return tuple(zip(self.hours[::2], self.hours[1::2], strict=True))

    @classmethod
    def office(cls) -> WorkCalendar:
        """The office's calendar as of now; two queries."""
        mine = Q(schedule=None) | Q(schedule__is_office=True)
        days = cls.objects.filter(mine).order_by(F("schedule").asc(nulls_first=True))
        shifts = Shift.objects.filter(schedule__is_office=True)
        return WorkCalendar(
            week=week_of(shifts) or OFFICE_WEEK, overrides={row.day: row.intervals for row in days}
        )

    @classmethod
    def say(cls, day: date, hours: Intervals, *, schedule=None, note: str = "") -> "CalendarDay":
        """Work these hours on that day, none of them is a day off."""
        given = {"hours": [moment for pair in hours for moment in pair], "note": note}
        return cls.objects.update_or_create(day=day, schedule=schedule, defaults=given)[0]

    def take_back(self) -> bool:
        """The day is what the production calendar says again; False when it was already."""
        return bool(CalendarDay.objects.filter(pk=self.pk).delete()[0])


def week_of(shifts: Iterable[Shift]) -> Week | None:
    """Their week, Monday first; None when there are none."""
    days: list[list] = [[] for _ in range(7)]
    for shift in shifts:
        days[shift.weekday].append((shift.opens, shift.closes))
    return tuple(tuple(sorted(day)) for day in days) if any(days) else None


def _rows(week: Week) -> list[dict]:
    return [
        {"weekday": weekday, "opens": opens, "closes": closes}
        for weekday, hours in enumerate(week)
        for opens, closes in hours
    ]


@dataclass(frozen=True)
class Timetable:
    """Everybody's hours, read once in three statements."""

    weeks: dict[tuple[str, int], Week]
    days: dict[int | None, dict[date, Intervals]]
    office: int | None
    _made: dict[tuple, WorkCalendar]

    @classmethod
    def read(cls) -> "Timetable":
        shifts, days = defaultdict(list), defaultdict(dict)
        for shift in Shift.objects.all():
            whose = (
                ("officer", shift.officer_id) if shift.officer_id else ("team", shift.schedule_id)
            )
            shifts[whose].append(shift)
        for row in CalendarDay.objects.all():
            days[row.schedule_id][row.day] = row.intervals
        office = Schedule.objects.filter(is_office=True).values_list("pk", flat=True).first()
        weeks = {whose: week_of(rows) for whose, rows in shifts.items()}
        return cls(weeks=weeks, days=days, office=office, _made={})

    def of(self, officer) -> WorkCalendar:
        """His own week, else his team's, else the office's, with the days that differ; the office's
        for who is no officer."""
        if officer is None:
            return self._whose(None, self.office, holidays=True)
        team = officer.schedule_id or self.office
        own = ("officer", officer.pk) if ("officer", officer.pk) in self.weeks else None
        return self._whose(own, team, holidays=officer.holidays_off)

    def _whose(self, own, team, *, holidays: bool) -> WorkCalendar:
        whose = (own, team, holidays)
        if whose not in self._made:
            kept = (own, ("team", team), ("team", self.office))
            week = next((self.weeks[one] for one in kept if one in self.weeks), None)
            self._made[whose] = WorkCalendar(
                week=week or OFFICE_WEEK,
                overrides=self.days.get(None, {}) | self.days.get(team, {}),
                holidays=holidays,
            )
        return self._made[whose]
