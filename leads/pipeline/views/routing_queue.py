"""The queue of inquiries without an officer, and giving one away in place."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.models import Inquiry, Officer
from leads.pipeline.forms.routing import QueueForm, staff
from leads.pipeline.names import names
from leads.pipeline.rows import capped
from leads.pipeline.waiting_line import waiting_line

from .acting import changeable


@require_safe
@roles("head", "manager", "auditor")
def queue(request):
    return _page(request)


def _page(request, *, form=None, number=""):
    at = timezone.now()
    line = waiting_line(request.user, names(), at=at)
    context = {
        "line": line,
        "count": capped(Inquiry.objects.visible_to(request.user).awaiting_route())[0],
        "alarms": sum(one.alarm for one in line),
        "at": at,
        "form": form,
        "number": number,
        "officers": staff(),
    }
    return render(request, "pipeline/routing_queue.html", context, status=422 if form else 200)


@require_POST
@roles("head")
def give(request, number):
    inquiry = changeable(request, number)
    form = QueueForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, number=number)
    officer = Officer.objects.select_related("user").get(pk=form.cleaned_data["officer"])
    if inquiry.take(officer, by=request.user, at=timezone.now(), kind="reassigned"):
        said = _("%(number)s and its open steps are with %(officer)s now.")
        messages.success(request, said % {"number": inquiry.number, "officer": officer})
    else:
        messages.info(request, _("The inquiry has an officer already."))
    return redirect("pipeline:queue")
