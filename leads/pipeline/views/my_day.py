"""My day: what is late, what is due, and what waits."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leads.access import roles
from leads.pipeline.forms.follow_up import AHEAD
from leads.pipeline.my_day import my_day as day_of


@require_safe
@roles("manager", "head")
def my_day(request):
    at = timezone.now()
    day = day_of(request.user, at=at)
    steps = [*day.overdue, *day.today, *day.later]
    inquiries = [*(step.inquiry for step in steps), *day.without_step, *day.awaiting_investor]
    for inquiry in inquiries:
        inquiry.masked = inquiry.masked_for(request.user)
    context = {"day": day, "at": at, "ahead": AHEAD}
    return render(request, "pipeline/my_day.html", context)
