"""Moving an inquiry along the pipeline, and saying for whom it waits."""

from django.utils import timezone
from django.utils.translation import gettext as _

from leads.access import roles
from leads.models import MoveRefused
from leads.pipeline.forms.inquiry import AdvanceForm, WaitForm

from .acting import ACTORS, ask, changeable, done, sent


@roles(*ACTORS)
def advance(request, number):
    inquiry = changeable(request, number)
    form = AdvanceForm.from_here(inquiry, request.GET.get("to", ""))
    if request.method == "POST":
        form = AdvanceForm(inquiry, request.POST)
    if form.is_valid():
        at = timezone.now()
        try:
            moved = inquiry.advance(**form.move(), by=request.user, at=at)
        except MoveRefused as refusal:
            form.refuse(refusal.code)
        else:
            if moved:
                said = _("Stage changed to “%(stage)s”.") % {"stage": inquiry.get_stage_display()}
                return done(request, inquiry, said, at=at)
            inquiry.refresh_from_db()
            form.overtaken()
    return ask(request, inquiry, form, title=_("Move the inquiry"), submit=_("Move"))


@roles(*ACTORS)
def wait(request, number):
    inquiry = changeable(request, number)
    initial = {"on": inquiry.waiting_on, "until": inquiry.waiting_until}
    form = WaitForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        inquiry.wait(**form.cleaned_data, by=request.user, at=at)
        return done(request, inquiry, _("It is noted whom the inquiry waits for."), at=at)
    return ask(request, inquiry, form, title=_("Whom the inquiry waits for"), submit=_("Save"))
