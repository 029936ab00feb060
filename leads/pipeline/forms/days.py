"""A field for a day that is typed, and the moment at which work of that day is due."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import CalendarDay
from leads.pipeline.typed_day import read_day, read_past_day

FARTHEST = timedelta(days=3 * 366)


class _DayField(PlainLineField):
    """What the fields of a day share: how it is read, and that nothing typed is no day."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", self.example)
        super().__init__(at_most=40, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        today = timezone.localdate()
        try:
            day = self.read(text, today)
        except (OverflowError, ValueError):
            day = None
        if day is None:
            raise forms.ValidationError(self.not_read, code="no_day")
        self.check(day, today)
        return day


class TypedDayField(_DayField):
    """Cleans to a date from today on, or None; reads завтра, пт, 12.03, 2026-03-12."""

    example = _("For example: tomorrow, fri, 12.03 or 2027-03-12")
    not_read = _("Enter a day, for example: tomorrow, fri, 12.03")
    read = staticmethod(read_day)

    def check(self, day, today):
        if day < today:
            raise forms.ValidationError(_("This day has passed. Enter a later one"), code="passed")
        if day - today > FARTHEST:
            raise forms.ValidationError(
                _("This day is more than three years away. Enter a nearer one"), code="far"
            )


class PastDayField(_DayField):
    """Cleans to a date that is not ahead, or None; 12.03 is the last 12 March."""

    example = _("For example: today, yesterday, 12.03 or 2026-03-12")
    not_read = _("Enter a day, for example: today, 12.03")
    read = staticmethod(read_past_day)

    def check(self, day, today):
        if day > today:
            raise forms.ValidationError(_("This day is ahead. Enter one that was"), code="ahead")


def due_on(day):
    """When the work of that day ends; for a day off, of the next working day."""
    calendar = CalendarDay.office()
    return calendar.closing(day) or calendar.closing(calendar.add_working_days(day, 1))
