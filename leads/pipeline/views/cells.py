"""Cells of the table edited in their place: the amount, the day of the next step."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone

from leads import flow
from leads.access import roles
from leads.models import CalendarDay, FollowUp, Inquiry
from leads.pipeline.forms.cells import AmountForm, DueForm
from leads.pipeline.rows import for_list, seen_by

from .acting import changeable, sent

FORMS = {"amount": AmountForm, "due": DueForm}


@roles("manager", "head")
def edit_cell(request, number, cell):
    if cell not in FORMS:
        raise Http404
    inquiry = changeable(request, number)
    form = FORMS[cell](inquiry, sent(request))
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        {"amount": _amount, "due": _due}[cell](inquiry, form, by=request.user, at=at)
        rows = for_list(Inquiry.objects.filter(pk=inquiry.pk))
        row = seen_by(request.user, rows, at=at)[0]
        return render(request, "pipeline/_row.html", {"row": row, "may_act": True})
    context = {"form": form, "inquiry": inquiry, "cell": cell}
    return render(request, "pipeline/_cell.html", context, status=422 if form.errors else 200)


def _amount(inquiry, form, *, by, at):
    flow.change_need(inquiry, form.need(), by=by, at=at)


def _due(inquiry, form, *, by, at):
    """Moves the earliest open step, or promises one where there is none."""
    to = form.due_at()
    step = inquiry.follow_ups.open().order_by("due_at", "pk").first()
    if step is not None:
        step.postpone(to=to, by=by, at=at)
    elif inquiry.is_open:
        calendar = CalendarDay.office()
        FollowUp.promise(inquiry, FollowUp.Kind.STEP, calendar=calendar, by=by, at=at, due_at=to)
