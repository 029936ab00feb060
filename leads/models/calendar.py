"""Days on which the office differs from the production calendar, and the calendar built of both."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from leads.worktime import WorkCalendar


class CalendarDay(models.Model):
    """An override: no hours is a day off, `opens`/`closes` in pairs are the hours worked."""

    day = models.DateField(_("day"), primary_key=True)
    hours = ArrayField(
        models.TimeField(),
        default=list,
        blank=True,
        help_text=_("opens, closes, opens, closes …; empty is a day off"),
    )

    def __str__(self):
        return f"{self.day}"

    def clean(self):
        if len(self.hours) % 2 or self.hours != sorted(set(self.hours)):
            raise ValidationError({"hours": _("Give moments in pairs, each later than the last.")})

    @classmethod
    def office(cls) -> WorkCalendar:
        """The office's calendar as of now; one query."""
        rows = cls.objects.values_list("day", "hours")
        return WorkCalendar(
            overrides={day: tuple(zip(hours[::2], hours[1::2], strict=True)) for day, hours in rows}
        )
