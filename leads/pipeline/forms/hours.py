"""Working hours as people write them: 9-13, 14:00–18:00; and the form of a week of them."""

import re
from datetime import time

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.fields import PlainLineField
from leads.worktime import Intervals, WorkCalendar

_INTERVAL = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*(?:-|–|—|до|to)\s*(\d{1,2})(?::(\d{2}))?")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LABELS = dict(
    zip(
        DAYS,
        (
            _("Monday"),
            _("Tuesday"),
            _("Wednesday"),
            _("Thursday"),
            _("Friday"),
            _("Saturday"),
            _("Sunday"),
        ),
        strict=True,
    )
)


class HoursField(PlainLineField):
    """Cleans to intervals, none of them when left empty; 24 ends the day."""

    widget = forms.TextInput(attrs={"autocomplete": "off"})

    def __init__(self, **kwargs):
        super().__init__(at_most=80, required=False, **kwargs)

    def clean(self, value) -> Intervals:
        text = super().clean(value)
        if not text:
            return ()
        try:
            hours = tuple(_interval(part) for part in re.split(r"\s*[,;]\s*", text))
            # Any one day of it tells whether they are in order.
            WorkCalendar(week=(hours,) * 7)
        except ValueError:
            raise forms.ValidationError(
                _("Write hours like 9-13, 14-18, each later than the last"), code="no_hours"
            ) from None
        return hours

    def prepare_value(self, value):
        return value if isinstance(value, str) or value is None else written(value)


def written(hours: Intervals) -> str:
    """09:00–13:00, 14:00–18:00; midnight at the end of a day is 24:00."""
    return ", ".join(
        f"{opens:%H:%M}–{'24:00' if closes == time(0) else f'{closes:%H:%M}'}"
        for opens, closes in hours
    )


def _interval(text: str) -> tuple[time, time]:
    found = _INTERVAL.fullmatch(text)
    if found is None:
        raise ValueError(text)
    first, last = (int(found[1]), int(found[2] or 0)), (int(found[3]), int(found[4] or 0))
    return time(*first), time(0) if last == (24, 0) else time(*last)


def week_fields() -> dict[str, HoursField]:
    return {day: HoursField(label=LABELS[day]) for day in DAYS}


def week_initial(week) -> dict[str, str]:
    return {day: written(hours) for day, hours in zip(DAYS, week or ((),) * 7, strict=True)}


def week_of(given: dict) -> tuple[Intervals, ...]:
    return tuple(given.get(day) or () for day in DAYS)
