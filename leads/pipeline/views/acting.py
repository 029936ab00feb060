"""What every action on an inquiry shares: the fetch with its two refusals, its page, its undo."""

from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from leads.models import FollowUp, Inquiry

ACTORS = ("operator", "manager", "head")
# The pages that actions are taken on, and return to.
LISTS = frozenset(
    f"pipeline:{name}" for name in ("pipeline", "board", "my_day", "triage", "inquiry", "batch")
)


def changeable(request, number: str) -> Inquiry:
    """Missing to those who may not see it; refused to those who may only read it."""
    rows = Inquiry.objects.visible_to(request.user)
    rows = rows.select_related("officer", "investor", "contact", "need")
    inquiry = get_object_or_404(rows, number=number)
    if not inquiry.changeable_by(request.user):
        raise PermissionDenied
    return inquiry


def changeable_step(request, pk: int) -> FollowUp:
    """A step of an inquiry that this user may change; a done one too: it says so itself."""
    rows = FollowUp.objects.visible_to(request.user)
    rows = rows.select_related("inquiry__officer", "inquiry__investor", "inquiry__contact")
    step = get_object_or_404(rows, pk=pk)
    if not step.inquiry.changeable_by(request.user):
        raise PermissionDenied
    return step


def sent(request):
    """What a form is bound to; a POST without any field is a form left empty."""
    return request.POST if request.method == "POST" else None


def came_from(request) -> str:
    """The address of the list that the action was asked on, or ""; no other address comes out."""
    asked = request.POST.get("back") or request.GET.get("back", "")
    if asked == "my_day":
        return reverse("pipeline:my_day")
    if not asked.startswith("/") or not url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return ""
    try:
        found = resolve(urlsplit(asked).path)
    except Resolver404:
        return ""
    return asked if found.view_name in LISTS else ""


def back(request, inquiry):
    """To the list that the action was asked on, else to its inquiry."""
    asked = came_from(request)
    return HttpResponseRedirect(asked) if asked else redirect(inquiry)


def done(request, inquiry, said: str, *, at):
    """Say what was done, with the button that takes it back, and return whence it was asked."""
    row = inquiry.activities.filter(actor=request.user, at=at).order_by("pk").first()
    if row is not None:
        undo = reverse("pipeline:undo", args=[row.pk])
        button = '{} <button class="btn btn-sm" form="undo" formaction="{}">{}</button>'
        said = format_html(button, said, undo, _("Undo"))
    messages.success(request, said, extra_tags="undo" if row else "")
    return back(request, inquiry)


def ask(request, inquiry, form, *, title, submit, lead=""):
    """The page of one action: its form alone, with what was typed and what is wrong with it."""
    context = {
        "inquiry": inquiry,
        "masked": inquiry.masked_for(request.user),
        "form": form,
        "title": title,
        "submit": submit,
        "lead": lead,
        "back": came_from(request),
    }
    template = "pipeline/_ask.html" if request.htmx else "pipeline/action.html"
    return render(request, template, context, status=422 if form.is_bound else 200)
