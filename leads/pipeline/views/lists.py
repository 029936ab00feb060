"""The pipeline as a table, and its search."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from leads.access import roles
from leads.models import Inquiry
from leads.pipeline.filters import InquiryFilter, headings, order_of, view_chips
from leads.pipeline.forms.lists import SearchForm
from leads.pipeline.forms.saved_view import SavedViewForm
from leads.pipeline.keyset import Mark, page
from leads.pipeline.names import names
from leads.pipeline.rows import PAGE, capped, for_list, seen_by

READERS = ("operator", "manager", "head", "auditor")


def filtered(request, at, known):
    """The filters of the address over whatever this user may see."""
    visible = Inquiry.objects.visible_to(request.user)
    return InquiryFilter(request.GET, visible, user=request.user, at=at, names=known)


def head(request, filters, known) -> dict:
    """What stands above the table and the board alike."""
    return {
        "filters": filters.form,
        "filtered": bool(filters.chosen()),
        "folded_open": bool(filters.chosen().keys() - {"view"}),
        "views": view_chips(request, known),
    }


@require_safe
@roles(*READERS)
def pipeline(request):
    at = timezone.now()
    known = names(views_of=request.user)
    filters = filtered(request, at, known)
    found, order = filters.rows(), order_of(request.GET)
    mark = Mark.read(request.GET.get("from", ""), order)
    shown = page(for_list(found), order, mark, size=PAGE)
    acts = request.user.roles() & {"manager", "head"}
    alarm = [filters.queryset.awaiting_route()] if acts else []
    count, *waiting = capped(found, *alarm)
    context = head(request, filters, known) | {
        "closed": filters.chosen().get("view") == "closed",
        "search": SearchForm(),
        "rows": seen_by(request.user, shown.rows, at=at),
        "page": shown,
        "count": count,
        "headings": headings(request.GET, order),
        "may_act": bool(acts),
        "save": SavedViewForm(),
    }
    if waiting:
        context["waiting"] = waiting[0]
    return render(request, "pipeline/pipeline.html", context)


@require_POST
@roles(*READERS)
def search(request):
    """What was typed goes by POST and comes back in the page: it may be a name or a number."""
    form = SearchForm(request.POST)
    context = {"search": form, "searched": True}
    if form.is_valid():
        at = timezone.now()
        visible = Inquiry.objects.visible_to(request.user)
        found = for_list(visible.found_by(request.user, *form.words()))
        first = list(found.order_by("-last_activity_at", "-id")[: PAGE + 1])
        context["rows"] = seen_by(request.user, first[:PAGE], at=at)
        context["too_many"] = len(first) > PAGE
    if request.htmx:
        return _announced(render(request, "pipeline/_found.html", context), context.get("rows"))
    known = names(views_of=request.user)
    context |= head(request, filtered(request, timezone.now(), known), known)
    return render(request, "pipeline/pipeline.html", context)


def _announced(response, rows):
    """Says in the page's status region what the swap brought; an error speaks for itself."""
    if rows is None:
        return response
    said = _("Found: %(count)s") % {"count": len(rows)}
    return trigger_client_event(response, "announce", {"value": said, "target": "#status"})
