"""The pipeline as a board: six columns, and more of one of them."""

import re
from urllib.parse import urlencode

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from leads.access import roles
from leads.models import OPEN_STAGES
from leads.pipeline.board import BY_DUE, CARDS, cards
from leads.pipeline.board import board as columns_of
from leads.pipeline.keyset import Mark, page
from leads.pipeline.names import names
from leads.pipeline.rows import for_list

from .acting import ACTORS, came_from
from .lists import READERS, filtered, head


@require_safe
@roles(*ACTORS)
def move(request):
    """From the button of a card, without a script, to the form that moves it."""
    number = request.GET.get("m", "")
    if not re.fullmatch(r"INV-\d{4}-\d{6,12}", number):
        raise Http404
    back = urlencode({"back": came_from(request)})
    return redirect(f"{reverse('pipeline:advance', args=[number])}?{back}")


@require_safe
@roles(*READERS)
def board(request):
    at = timezone.now()
    known = names(views_of=request.user)
    filters = filtered(request, at, known)
    context = head(request, filters, known)
    context["columns"] = columns_of(filters.rows(), request.user, at=at)
    return render(request, "pipeline/board.html", context)


@require_safe
@roles(*READERS)
def column(request, stage):
    """The next cards of one column, for the swap that appends them."""
    if stage not in OPEN_STAGES:
        raise Http404
    at = timezone.now()
    rows = filtered(request, at, names()).rows().filter(stage=stage)
    mark = Mark.read(request.GET.get("from", ""), BY_DUE)
    shown = page(for_list(rows), BY_DUE, mark, size=CARDS)
    context = {"cards": cards(request.user, shown.rows, at=at), "older": shown.older}
    context["stage"] = stage
    return render(request, "pipeline/_cards.html", context)
