"""The pipeline as a table, and its search."""

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from leads.access import roles
from leads.models import Inquiry
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.forms.lists import FilterForm, SearchForm
from leads.pipeline.names import names
from leads.pipeline.rows import PAGE, capped, for_list, seen_by

READERS = ("operator", "manager", "head", "auditor")


@require_safe
@roles(*READERS)
def pipeline(request):
    at = timezone.now()
    visible = Inquiry.objects.visible_to(request.user)
    filters = FilterForm(request.GET, names=names())
    found = filters.narrow(visible, at=at)
    cursor = Cursor.read(request.GET.get("from", ""))
    shown = page(for_list(found), cursor, by="last_activity_at", size=PAGE)
    context = {
        "filters": filters,
        "filtered": any(filters.cleaned_data.values()),
        "closed": filters.cleaned_data.get("closed", False),
        "search": SearchForm(),
        "rows": seen_by(request.user, shown.rows, at=at),
        "page": shown,
        "count": capped(found),
    }
    context["may_weigh"] = "head" in request.user.roles()
    if request.user.roles() & {"manager", "head"}:
        context["waiting"] = capped(visible.awaiting_route())
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
    context["filters"] = FilterForm(names=names())
    return render(request, "pipeline/pipeline.html", context)


def _announced(response, rows):
    """Says in the page's status region what the swap brought; an error speaks for itself."""
    if rows is None:
        return response
    said = _("Found: %(count)s") % {"count": len(rows)}
    return trigger_client_event(response, "announce", {"value": said, "target": "#status"})
