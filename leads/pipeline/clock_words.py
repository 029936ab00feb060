"""Clocks in words: by when, late, paused for whom, or stopped by what."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leads.models import Clock, Term


@dataclass(frozen=True)
class Shown:
    clock: Clock
    state: str  # running, late, paused, stopped, stopped_late
    when: str
    rule: str


def shown(clocks, *, at) -> list[Shown]:
    return [
        Shown(clock, state_of(clock, at=at), by_when(clock.due_at, at=at), rule_words(clock.rule))
        for clock in clocks
    ]


def in_order(clocks):
    """As they were started, each with who is at it; the history alone keeps those taken back."""
    kept = clocks.exclude(stop_event=Clock.Event.TAKEN_BACK)
    return kept.select_related("acknowledged_by").order_by("started_at", "pk")


def state_of(clock, *, at) -> str:
    if clock.stopped_at:
        return "stopped_late" if clock.stopped_at > clock.due_at else "stopped"
    if clock.paused_at:
        return "paused"
    return "late" if clock.due_at <= at else "running"


def by_when(moment, *, at) -> str:
    """16:00 today, 11:00 tomorrow, or the day and the hour."""
    due, today = timezone.localtime(moment), timezone.localdate(at)
    clock = date_format(due, "TIME_FORMAT")
    if due.date() == today:
        return _("%(time)s today") % {"time": clock}
    if due.date() == today + timedelta(days=1):
        return _("%(time)s tomorrow") % {"time": clock}
    return date_format(due, "SHORT_DATETIME_FORMAT")


def rule_words(rule: str) -> str:
    """“4 working hours”; "" for what was set by hand or by an older release."""
    _code, _colon, rest = rule.partition(":")
    amount, _colon, unit = rest.partition(":")
    return length(int(amount), unit) if amount.isdigit() else ""


def length(amount: int, unit: str) -> str:
    said = {
        Term.Unit.MINUTES: ngettext("%(n)d working minute", "%(n)d working minutes", amount),
        Term.Unit.HOURS: ngettext("%(n)d working hour", "%(n)d working hours", amount),
        Term.Unit.DAYS: ngettext("%(n)d working day", "%(n)d working days", amount),
        Term.Unit.CALENDAR_DAYS: ngettext("%(n)d calendar day", "%(n)d calendar days", amount),
        Term.Unit.MONTHS: ngettext("%(n)d month", "%(n)d months", amount),
        Term.Unit.PERCENT: "%(n)d %%",
    }
    return said[unit] % {"n": amount} if unit in said else ""
