"""Moving an inquiry along the pipeline, and saying for whom it waits."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from leads.access import roles
from leads.models import MoveRefused
from leads.pipeline.forms.inquiry import AdvanceForm, WaitForm

from .acting import ACTORS, ask, changeable, sent


@roles(*ACTORS)
def advance(request, number):
    inquiry = changeable(request, number)
    form = AdvanceForm.from_here(inquiry, request.GET.get("to", ""))
    if request.method == "POST":
        form = AdvanceForm(inquiry, request.POST)
    if form.is_valid():
        was = inquiry.stage
        try:
            moved = inquiry.advance(**form.move(), by=request.user, at=timezone.now())
        except MoveRefused as refusal:
            form.refuse(refusal.code)
        else:
            if moved:
                messages.success(request, _moved(inquiry, was))
                return redirect(inquiry)
            inquiry.refresh_from_db()
            form.overtaken()
    return ask(request, inquiry, form, title=_("Move the inquiry"), submit=_("Move"))


def _moved(inquiry, was):
    """The words, and a button for the way back where it is allowed; its form stands on the page."""
    said = _("Stage changed to “%(stage)s”.") % {"stage": inquiry.get_stage_display()}
    if was not in inquiry.moves():
        return said
    return format_html(
        '{} <button class="btn btn-sm" type="submit" form="undo-move">{}</button>', said, _("Undo")
    )


@roles(*ACTORS)
def wait(request, number):
    inquiry = changeable(request, number)
    initial = {"on": inquiry.waiting_on, "until": inquiry.waiting_until}
    form = WaitForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        if inquiry.wait(**form.cleaned_data, by=request.user, at=timezone.now()):
            messages.success(request, _("It is noted whom the inquiry waits for."))
        return redirect(inquiry)
    return ask(request, inquiry, form, title=_("Whom the inquiry waits for"), submit=_("Save"))
