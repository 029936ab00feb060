"""Appeals under 59-FZ: marked, registered, extended, forwarded, answered on paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads import flow
from leads.access import roles
from leads.models import Appeal, NumberTaken
from leads.pipeline.forms.appeal import ExtendForm, ForwardForm, MarkForm, PaperForm, RegisterForm

from .acting import ACTORS, ask, changeable, done, sent
from .letters import WRITERS, held, writable


def _appeal(inquiry) -> Appeal:
    """Missing where the inquiry is not marked as one."""
    appeal = getattr(inquiry, "appeal", None)
    if appeal is None:
        raise Http404
    return appeal


@roles(*ACTORS)
def mark_appeal(request, number):
    inquiry = changeable(request, number)
    form = MarkForm.of(inquiry, sent(request))
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        Appeal.mark(inquiry, **form.cleaned_data, by=request.user, at=at)
        said = _("Marked. The appeal is to be registered within the term of the law.")
        return done(request, inquiry, said, at=at)
    lead = _(
        "The terms of Federal Law 59-FZ run beside ours and are never paused. An appeal without a "
        "name or an address is owed no answer: leave it unmarked."
    )
    title = _("Appeal under 59-FZ")
    return ask(request, inquiry, form, title=title, submit=_("It is an appeal"), lead=lead)


@require_POST
@roles(*ACTORS)
def unmark_appeal(request, number):
    inquiry = changeable(request, number)
    if _appeal(inquiry).unmark(by=request.user, at=timezone.now()):
        messages.success(request, _("It is no appeal. Our own terms run on."))
    else:
        messages.info(request, _("It is registered already, so it stays an appeal."))
    return redirect(inquiry)


@roles(*WRITERS)
def register_appeal(request, number):
    inquiry = changeable(request, number)
    appeal = _appeal(inquiry)
    form = RegisterForm(appeal, sent(request))
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        try:
            if appeal.register(**form.cleaned_data, by=request.user, at=at):
                said = _("Registered. The answer is due within the term of the law.")
                return done(request, inquiry, said, at=at)
            messages.info(request, _("It is registered already."))
            return redirect(inquiry)
        except NumberTaken:
            taken = _("Another appeal of that year has this number. Look into the register")
            form.add_error("number", taken)
    return ask(request, inquiry, form, title=_("Register the appeal"), submit=_("Register"))


@roles(*WRITERS)
def extend_appeal(request, number):
    inquiry = writable(request, number)
    appeal, form = _open(inquiry), ExtendForm(_open(inquiry), sent(request))
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, {"by": request.user, "at": timezone.now()}
        asked = {"days": said["days"], "reason": said["reason"]}
        if not form.on_paper:
            letter = flow.extend_appeal(appeal, **asked, to=said["to"], **now)
            return _told(request, letter, inquiry)
        if appeal.plan_extension(**asked) and appeal.extend(on=said["on"], **now):
            return done(request, inquiry, _("The term is extended."), at=now["at"])
        return _told(request, None, inquiry)
    lead = _("The term moves when the notice has gone.")
    return ask(request, inquiry, form, title=_("Extend the term"), submit=_("Extend"), lead=lead)


@roles(*WRITERS)
def forward_appeal(request, number):
    inquiry = writable(request, number)
    appeal, form = _open(inquiry), ForwardForm(_open(inquiry), sent(request))
    if request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, {"by": request.user, "at": timezone.now()}
        asked = {"in_part": said["in_part"]}
        if not form.on_paper:
            letter = flow.forward_appeal(appeal, body=said["body"], to=said["to"], **asked, **now)
            return _told(request, letter, inquiry)
        if appeal.plan_forwarding(to=said["body"], **asked) and appeal.forward(
            on=said["on"], **now
        ):
            return done(request, inquiry, _("Noted: it was forwarded."), at=now["at"])
        return _told(request, None, inquiry)
    lead = _("Send the appeal itself as your office does. Here the applicant is told of it.")
    return ask(
        request, inquiry, form, title=_("Forward the appeal"), submit=_("Forward"), lead=lead
    )


@roles(*WRITERS)
def answer_appeal(request, number):
    inquiry = changeable(request, number)
    appeal, form = _open(inquiry), PaperForm(sent(request))
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        if appeal.answer_on_paper(**form.cleaned_data, by=request.user, at=at):
            return done(request, inquiry, _("Noted: the answer has gone on paper."), at=at)
        return _told(request, None, inquiry)
    lead = _(
        "An answer by e-mail is the letter “Result”: when it has gone, the term stops by itself."
    )
    return ask(request, inquiry, form, title=_("Answered on paper"), submit=_("Save"), lead=lead)


def _open(inquiry) -> Appeal:
    """Registered; what was settled meanwhile the verb says."""
    appeal = _appeal(inquiry)
    if appeal.registered_on is None:
        raise Http404
    return appeal


def _told(request, letter, inquiry):
    if letter is None:
        messages.info(request, _("This was done already, or the answer has been given."))
        return redirect(inquiry)
    messages.success(request, held(letter))
    return redirect(letter.inquiry)
