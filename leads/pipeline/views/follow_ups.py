"""Next steps: promise one, tick one off, move one."""

from urllib.parse import urlencode

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from leads.access import roles
from leads.models import CalendarDay, FollowUp, NextStepOwed
from leads.pipeline.forms.days import due_on
from leads.pipeline.forms.follow_up import CompleteForm, PostponeForm, StepForm

from .acting import ACTORS, ask, back, came_from, changeable, changeable_step, done, sent


def _shown(moment) -> str:
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")


def _promise(inquiry, *, by, at, **words):
    return FollowUp.promise(
        inquiry, FollowUp.Kind.STEP, calendar=CalendarDay.office(), by=by, at=at, **words
    )


@roles(*ACTORS)
def open_step(request, number):
    inquiry = changeable(request, number)
    form = StepForm(sent(request))
    if request.method == "POST" and form.is_valid():
        at, due_at = timezone.now(), due_on(form.cleaned_data["on"])
        _promise(
            inquiry, by=request.user, at=at, due_at=due_at, subject=form.cleaned_data["subject"]
        )
        said = _("Next step: due %(moment)s.") % {"moment": _shown(due_at)}
        return done(request, inquiry, said, at=at)
    return ask(request, inquiry, form, title=_("Next step"), submit=_("Set the step"))


@roles(*ACTORS)
def complete_follow_up(request, pk):
    step = changeable_step(request, pk)
    # Several of these forms may stand open on one page.
    form = CompleteForm(sent(request), auto_id=f"step{pk}_%s")
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["when"] == "close":
            messages.info(request, _("Close the inquiry here; its open steps end with it."))
            query = urlencode({"to": "lost", "back": came_from(request)})
            return redirect(f"{reverse('pipeline:advance', args=[step.inquiry.number])}?{query}")
        if form.tries_again:
            return _try_again(request, step, form)
        at = timezone.now()
        try:
            ticked = _complete(step, form, by=request.user, at=at)
        except NextStepOwed:
            form.ask_for_next()
        else:
            said = _("Done.") if ticked else _("This step was done already.")
            return done(request, step.inquiry, said, at=at)
    title = _("Done: %(step)s") % {"step": step.subject or step.get_kind_display()}
    return ask(request, step.inquiry, form, title=title, submit=_("Done"))


def _try_again(request, step, form):
    reason = form.cleaned_data["reason"]
    at = timezone.now()
    if not step.not_reached(reason=reason, by=request.user, at=at):
        said = _("This step was done or tried meanwhile.")
    elif step.with_head_at:
        said = _("Tried four times: the head has it now.")
    else:
        said = _("Not reached. Try again by %(moment)s.") % {"moment": _shown(step.due_at)}
    return done(request, step.inquiry, said, at=at)


def _complete(step, form, *, by, at) -> bool:
    day = form.day()

    def then():
        subject = form.cleaned_data["subject"]
        _promise(step.inquiry, by=by, at=at, subject=subject, due_at=due_on(day))

    outcome = form.cleaned_data["outcome"]
    return step.complete(by=by, at=at, then=then if day else None, outcome=outcome)


@roles(*ACTORS)
def postpone_follow_up(request, pk):
    step = changeable_step(request, pk)
    form = PostponeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        to, at = due_on(form.day()), timezone.now()
        if step.postpone(to=to, by=request.user, at=at):
            return done(
                request, step.inquiry, _("Moved to %(moment)s.") % {"moment": _shown(to)}, at=at
            )
        messages.info(request, _("This step was done already."))
        return back(request, step.inquiry)
    title = _("Move: %(step)s") % {"step": step.subject or step.get_kind_display()}
    return ask(request, step.inquiry, form, title=title, submit=_("Move"))
