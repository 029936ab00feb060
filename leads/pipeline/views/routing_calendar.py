"""Working time: the hours of the teams, and days that differ from the production calendar."""

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.models import CalendarDay, Schedule
from leads.models.calendar import week_of
from leads.pipeline.forms.officer import DayForm, ScheduleForm
from leads.pipeline.months import WEEKDAYS, year_ahead
from leads.worktime import OFFICE_WEEK, known_through

from .acting import sent


@roles("head")
def calendar(request):
    """The months ahead; a POST says that one day differs."""
    form = DayForm(sent(request))
    if request.method == "POST" and form.is_valid():
        said = CalendarDay.say(**form.cleaned_data)
        undo = format_html(
            '{} <button class="btn btn-sm" type="submit" form="back-{}">{}</button>',
            *(_("The day is noted."), said.pk, _("Undo")),
        )
        messages.success(request, undo)
        return redirect("pipeline:calendar")
    today = timezone.localdate()
    days = CalendarDay.objects.filter(day__gte=today).select_related("schedule")
    context = {
        "form": form,
        "days": days.order_by("day", "schedule"),
        "weekdays": WEEKDAYS,
        "months": year_ahead(CalendarDay.office(), today),
        "schedules": Schedule.objects.prefetch_related("shifts").order_by("-is_office", "name"),
        "known_through": known_through(),
    }
    status = 422 if form.errors else 200
    return render(request, "pipeline/routing_calendar.html", context, status=status)


@require_POST
@roles("head")
def take_back_day(request, pk):
    if get_object_or_404(CalendarDay, pk=pk).take_back():
        messages.success(request, _("The day follows the production calendar again."))
    return redirect("pipeline:calendar")


@roles("head")
def schedule(request, pk=None):
    """A team's hours; without a key a new team."""
    team = get_object_or_404(Schedule, pk=pk) if pk else None
    week = (week_of(team.shifts.all()) if team else None) or OFFICE_WEEK
    form = ScheduleForm(team, week, sent(request))
    if request.method == "POST" and form.is_valid() and _kept(form, team):
        messages.success(request, _("The hours are saved and count from now on."))
        return redirect("pipeline:calendar")
    context = {"form": form, "team": team}
    status = 422 if form.errors else 200
    return render(request, "pipeline/routing_schedule.html", context, status=status)


def _kept(form, team) -> bool:
    try:
        if team is None:
            Schedule.set_up(form.cleaned_data["name"], form.week())
        else:
            team.keep_hours(form.week(), name=form.cleaned_data["name"])
    except IntegrityError:
        # Two at once gave one name.
        form.add_error("name", _("There is a team of this name. Give another"))
        return False
    return True
