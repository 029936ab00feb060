"""The page of one inquiry, and what is written on it: notes, need, secrecy."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from leads import flow
from leads.access import roles
from leads.models import Activity, Inquiry, Overtaken, Reading
from leads.pipeline.cursor import Cursor
from leads.pipeline.dossier import dossier, history
from leads.pipeline.forms.follow_up import StepForm
from leads.pipeline.forms.inquiry import AdvanceForm, ConfidentialForm, NoteForm
from leads.pipeline.forms.need import NeedForm
from leads.pipeline.names import names
from leads.pipeline.notices import opened
from leads.pipeline.timeline import lines, places

from .acting import ACTORS, ask, changeable, done, sent
from .lists import READERS


@require_safe
@roles(*READERS)
def inquiry(request, number):
    cursor = Cursor.read(request.GET.get("history", ""))
    if request.htmx and cursor:
        return _more_history(request, number, cursor)
    sheet = dossier(request.user, number, cursor=cursor)
    if not sheet.masked and not sheet.inquiry.noted:
        Reading.objects.note(request.user, sheet.inquiry, at=sheet.at)
    opened(request.user, sheet.inquiry, at=sheet.at)
    context = {"sheet": sheet, "inquiry": sheet.inquiry, "masked": sheet.masked}
    if sheet.may_change:
        context["advance"] = AdvanceForm.from_here(sheet.inquiry)
        context["note"] = NoteForm()
        context["step"] = StepForm()
    return render(request, "pipeline/inquiry.html", context)


def _more_history(request, number, cursor):
    """The next rows of the timeline alone, for the swap that appends them."""
    found = get_object_or_404(Inquiry.objects.visible_to(request.user), number=number)
    shown = history(found, cursor)
    known = names(parks=places(shown.rows))
    may = {"undo_by": request.user, "may_change": found.changeable_by(request.user)}
    masked = found.masked_for(request.user)
    told = lines(shown.rows, known, masked=masked, mails=found.mails.to_show(), **may)
    context = {"inquiry": found, "lines": told, "page": shown}
    return render(request, "pipeline/_history.html", context)


@roles(*ACTORS)
def note(request, number):
    inquiry = changeable(request, number)
    form = NoteForm(sent(request))
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        inquiry.note(form.cleaned_data["text"], by=request.user, at=at)
        return done(request, inquiry, _("The note is saved."), at=at)
    return ask(request, inquiry, form, title=_("Note"), submit=_("Save the note"))


@roles(*ACTORS)
def change_need(request, number):
    inquiry = changeable(request, number)
    form = _need_form(request, inquiry)
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        now = {"by": request.user, "at": at, "version": inquiry.version}
        try:
            run = flow.change_need(inquiry, form.need(), **now)
        except Overtaken:
            # Somebody saved within this very moment: merge with that, too.
            return change_need(request, number)
        said = _("The need is saved and places are matched again.")
        return done(
            request, inquiry, said if run else _("Saved. The places stay as they were."), at=at
        )
    lead = _("Leave blank what the investor did not say: blank is unknown, not no.")
    return ask(request, inquiry, form, title=_("Need"), submit=_("Save and match again"), lead=lead)


def _need_form(request, inquiry) -> NeedForm:
    rows = Activity.objects.filter(inquiry=inquiry, kind="need_changed").select_related("actor")
    changes = rows.order_by("-pk")[:20] if request.method == "POST" else ()
    return NeedForm(inquiry.need.figures(), names(), sent(request), changes=changes)


@roles(*ACTORS)
def keep_confidential(request, number):
    inquiry = changeable(request, number)
    initial = {"confidential": inquiry.confidential, "code_name": inquiry.code_name}
    form = ConfidentialForm(sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        now = {"by": request.user, "at": timezone.now()}
        if form.cleaned_data["confidential"]:
            inquiry.keep_confidential(form.cleaned_data["code_name"], **now)
            messages.success(request, _("The inquiry is confidential."))
        else:
            inquiry.disclose(**now)
            messages.success(request, _("The inquiry is not confidential."))
        return redirect(inquiry)
    return ask(request, inquiry, form, title=_("Confidential"), submit=_("Save"))
