"""Who has the inquiry open, who saw it before, and a short look at it from a list."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.models import Inquiry, Presence, Reading
from leads.need_words import facts
from leads.pipeline.names import names
from leads.pipeline.rows import for_list, seen_by

from .lists import READERS

SHOWN = 50


def _visible(request, number, *related):
    rows = Inquiry.objects.visible_to(request.user)
    return get_object_or_404(rows.select_related(*related), number=number)


@require_POST
@roles(*READERS)
def presence(request, number):
    """The beat of an open page: who else is here, and whether the inquiry changed since."""
    inquiry, at = _visible(request, number, "officer"), timezone.now()
    writing = request.POST.get("writing") == "1"
    Presence.objects.beat(request.user, inquiry, writing=writing, at=at)
    drawn = request.POST.get("version", "")
    context = {"others": inquiry.presences.beside(request.user, at), "inquiry": inquiry}
    if drawn.isdigit() and int(drawn) < inquiry.version:
        others = inquiry.activities.exclude(actor=request.user).select_related("actor")
        context["changed"] = others.order_by("-pk").first()
    return render(request, "pipeline/_presence.html", context)


@require_safe
@roles("auditor", "head")
def readings(request, number):
    inquiry = _visible(request, number, "officer")
    rows = inquiry.readings.newest()[:SHOWN]
    return render(request, "pipeline/readings.html", {"inquiry": inquiry, "rows": rows})


@require_safe
@roles(*READERS)
def peek(request, number):
    """What a look is for: the need, the next step and the last words; it counts as a reading."""
    at = timezone.now()
    rows = for_list(Inquiry.objects.visible_to(request.user)).select_related("need")
    inquiry = get_object_or_404(rows, number=number)
    row = seen_by(request.user, [inquiry], at=at)[0]
    if not row.masked:
        Reading.objects.note(request.user, inquiry, at=at)
    context = {"row": row, "inquiry": inquiry, "facts": facts(inquiry.need.figures(), names())}
    return render(request, "pipeline/_peek.html", context)
