"""New inquiries one by one: taken up, called a duplicate, declined with a reason, or put off."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads import flow
from leads.access import roles
from leads.models import Inquiry, MoveRefused, Officer
from leads.pipeline.forms.triage import DECLINES, DuplicateForm, SnoozeForm
from leads.pipeline.rows import capped
from leads.pipeline.sheet import sheet_of

from .acting import ask, back, changeable, done, sent

ROLES = ("manager", "head")


def _queue(user, at):
    """The head sees all of the new ones, a manager his own and nobody's."""
    rows = Inquiry.objects.visible_to(user).awaiting_triage(timezone.localdate(at))
    if "head" not in user.roles():
        rows = rows.filter(Q(officer__user=user) | Q(officer=None))
    return rows.order_by("opened_at", "pk")


@require_safe
@roles(*ROLES)
def triage(request):
    at = timezone.now()
    queue = _queue(request.user, at)
    (left, many) = capped(queue)[0]
    passed = request.GET.getlist("after")[:50]
    waiting = queue.exclude(number__in=passed)
    context = {"left": left, "many": many, "declines": DECLINES, "passed": passed, "at": at}
    context["sheet"] = sheet_of(request.user, waiting, at=at)
    context["suggested"] = context["sheet"] and _suggested(
        request.user, context["sheet"].inquiry, at
    )
    return render(request, "pipeline/triage.html", context)


def _suggested(user, inquiry, at):
    """Its officer, or who would be found for it; a manager takes what is nobody's himself."""
    if inquiry.officer is not None:
        return inquiry.officer
    if "head" in user.roles():
        return flow.preview(inquiry, at=at).officer
    return Officer.objects.select_related("user").filter(user=user).first()


@require_POST
@roles(*ROLES)
def accept(request, number):
    inquiry, at = changeable(request, number), timezone.now()
    officer = _suggested(request.user, inquiry, at)
    if officer is None:
        messages.error(request, _("Nobody is free to take it. Give it to an officer by hand."))
        return back(request, inquiry)
    if flow.accept(inquiry, officer, by=request.user, at=at):
        return done(request, inquiry, _("Taken up by %(officer)s.") % {"officer": officer}, at=at)
    messages.info(request, _("A colleague dealt with it first."))
    return back(request, inquiry)


@roles(*ROLES)
def call_duplicate(request, number):
    inquiry = changeable(request, number)
    form = DuplicateForm(inquiry, request.user, sent(request))
    if request.method == "POST" and form.is_valid():
        at, of = timezone.now(), form.cleaned_data["of"]
        aside = {"disposition": "duplicate", "duplicate_of": of}
        return _aside(request, inquiry, _("A duplicate of %(of)s.") % {"of": of}, aside, at=at)
    return ask(
        request, inquiry, form, title=_("Duplicate of which?"), submit=_("It is a duplicate")
    )


@require_POST
@roles(*ROLES)
def decline(request, number):
    inquiry, at = changeable(request, number), timezone.now()
    reason = next((one for one in DECLINES if one.key == request.POST.get("reason")), None)
    if reason is None:
        messages.error(request, _("Say why it is declined."))
        return back(request, inquiry)
    said = _("Declined: %(reason)s.") % {"reason": reason.label}
    if reason.disposition:
        return _aside(request, inquiry, said, {"disposition": reason.disposition}, at=at)
    try:
        moved = inquiry.advance(to="lost", lost_reason=reason.lost, by=request.user, at=at)
    except MoveRefused:
        moved = False
    return _end(request, inquiry, moved, said, at=at)


@roles(*ROLES)
def snooze(request, number):
    inquiry = changeable(request, number)
    form = SnoozeForm(sent(request))
    if request.method == "POST" and form.is_valid():
        at, day = timezone.now(), form.day()
        put_off = inquiry.snooze(until=day, by=request.user, at=at)
        return _end(request, inquiry, put_off, _("Put off. Its promised moment stands."), at=at)
    return ask(request, inquiry, form, title=_("Put off until"), submit=_("Put off"))


def _aside(request, inquiry, said, aside, *, at):
    return _end(request, inquiry, inquiry.set_aside(**aside, by=request.user, at=at), said, at=at)


def _end(request, inquiry, changed, said, *, at):
    if changed:
        return done(request, inquiry, said, at=at)
    messages.info(request, _("A colleague dealt with it first."))
    return redirect("pipeline:triage")
