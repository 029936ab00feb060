"""What every action on an inquiry shares: the fetch with its two refusals, and its page."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render

from leads.models import FollowUp, Inquiry

ACTORS = ("operator", "manager", "head")


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


def ask(request, inquiry, form, *, title, submit, lead=""):
    """The page of one action: its form alone, with what was typed and what is wrong with it."""
    context = {
        "inquiry": inquiry,
        "masked": inquiry.masked_for(request.user),
        "form": form,
        "title": title,
        "submit": submit,
        "lead": lead,
    }
    template = "pipeline/_form.html" if request.htmx else "pipeline/action.html"
    return render(request, template, context, status=422 if form.is_bound else 200)
