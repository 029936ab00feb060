"""The officers as routing knows them: what they take, how much, when, and their leave."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.models import Leave, Officer
from leads.models.calendar import week_of
from leads.pipeline.desk_line import desk_line
from leads.pipeline.forms.officer import LeaveForm, OfficerForm
from leads.pipeline.names import names

from .acting import sent


@require_safe
@roles("head", "auditor")
def roster(request):
    at = timezone.now()
    context = {
        "desks": desk_line(names(), at=at),
        "at": at,
        "may_change": "head" in request.user.roles(),
    }
    return render(request, "pipeline/routing_officers.html", context)


def _officer(pk) -> Officer:
    return get_object_or_404(Officer.objects.select_related("user"), pk=pk)


@roles("head")
def change_officer(request, pk):
    officer = _officer(pk)
    form = OfficerForm(officer, names(), sent(request), week=week_of(officer.shifts.all()))
    if request.method == "POST" and form.is_valid():
        officer.change(**form.changes())
        messages.success(request, _("%(officer)s: saved.") % {"officer": officer})
        return redirect("pipeline:roster")
    return _page(request, officer, form=form)


@roles("head")
def plan_leave(request, pk):
    officer = _officer(pk)
    form = LeaveForm(officer, sent(request))
    if request.method == "POST" and form.is_valid():
        leave = Leave.plan(officer, **form.leave())
        if leave is not None:
            said = _("%(officer)s: the leave is noted.") % {"officer": officer}
            messages.success(request, _with_undo(said, leave))
            return redirect("pipeline:change_officer", officer.pk)
        form.add_error("first_on", _("Another leave of this officer holds one of these days"))
    return _page(request, officer, leave_form=form)


def _with_undo(said, leave):
    return format_html(
        '{} <button class="btn btn-sm" type="submit" form="cancel-{}">{}</button>',
        *(said, leave.pk, _("Undo")),
    )


def _page(request, officer, *, form=None, leave_form=None):
    today = timezone.localdate()
    own = week_of(officer.shifts.all())
    context = {
        "officer": officer,
        "form": form or OfficerForm(officer, names(), week=own),
        "leave_form": leave_form or LeaveForm(officer),
        "leaves": officer.leaves.not_over(today).select_related("substitute__user"),
        "today": today,
    }
    refused = any(one is not None and one.errors for one in (form, leave_form))
    template = "pipeline/routing_officer.html"
    return render(request, template, context, status=422 if refused else 200)


@require_POST
@roles("head")
def cancel_leave(request, pk):
    leave = get_object_or_404(Leave.objects.select_related("officer__user"), pk=pk)
    if leave.cancel():
        messages.success(request, _("The leave is taken back."))
    return redirect("pipeline:change_officer", leave.officer_id)
