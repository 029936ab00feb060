"""A field for a day that is typed, and the moment at which work of that day is due."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.models import CalendarDay
from leads.pipeline.typed_day import read_day, read_past_day

FARTHEST = timedelta(days=3 * 366)


class TypedDayField(PlainLineField):
    """Cleans to a date from today on, or None; reads завтра, пт, 12.03, 2026-03-12."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For example: tomorrow, fri, 12.03 or 2027-03-12"))
        super().__init__(at_most=40, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        today = timezone.localdate()
        try:
            day = read_day(text, today)
        except OverflowError:
            day = None
        if day is None:
            raise forms.ValidationError(
                _("Enter a day, for example: tomorrow, fri, 12.03"), code="no_day"
            )
        if day < today:
            raise forms.ValidationError(_("This day has passed. Enter a later one"), code="passed")
        if day - today > FARTHEST:
            raise forms.ValidationError(
                _("This day is more than three years away. Enter a nearer one"), code="far"
            )
        return day


class PastDayField(PlainLineField):
    """Cleans to a date that is not ahead, or None; 12.03 is the last 12 March."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", _("For example: today, yesterday, 12.03 or 2026-03-12"))
        super().__init__(at_most=40, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        today = timezone.localdate()
        try:
            day = read_past_day(text, today)
        except (OverflowError, ValueError):
            day = None
        if day is None:
            raise forms.ValidationError(_("Enter a day, for example: today, 12.03"), code="no_day")
        if day > today:
            raise forms.ValidationError(_("This day is ahead. Enter one that was"), code="ahead")
        return day


def due_on(day):
    """When the work of that day ends; for a day off, of the next working day."""
    calendar = CalendarDay.office()
    return calendar.closing(day) or calendar.closing(calendar.add_working_days(day, 1))
