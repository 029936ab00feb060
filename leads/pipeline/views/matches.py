"""A matched place accepted, refused with a reason, or put back among the proposed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.models import Match
from leads.pipeline.dossier import dossier
from leads.pipeline.forms.match import RefuseForm

from .acting import ACTORS, ask, back, changeable, done, sent
from .lists import READERS


def _fetch(request, number, pk):
    inquiry = changeable(request, number)
    rows = Match.objects.filter(run__inquiry=inquiry).select_related("park", "district", "run")
    return inquiry, get_object_or_404(rows, pk=pk)


def _end(request, inquiry, decided: bool, words: str, *, at):
    if decided:
        return done(request, inquiry, words, at=at)
    messages.info(request, _("Nothing changed: it was so already, or matched again since."))
    return back(request, inquiry)


@require_POST
@roles(*ACTORS)
def choose_match(request, number, pk):
    inquiry, match = _fetch(request, number, pk)
    at = timezone.now()
    said = _("Accepted: %(place)s.") % {"place": match.park or match.district}
    return _end(request, inquiry, match.choose(by=request.user, at=at), said, at=at)


@roles(*ACTORS)
def refuse_match(request, number, pk):
    inquiry, match = _fetch(request, number, pk)
    form = RefuseForm(sent(request))
    place = match.park or match.district
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        refused = match.refuse(**form.cleaned_data, by=request.user, at=at)
        return _end(request, inquiry, refused, _("Refused: %(place)s.") % {"place": place}, at=at)
    title = _("Refuse: %(place)s") % {"place": place}
    return ask(request, inquiry, form, title=title, submit=_("Refuse the place"))


@require_POST
@roles(*ACTORS)
def reopen_match(request, number, pk):
    inquiry, match = _fetch(request, number, pk)
    at = timezone.now()
    said = _("Open again: %(place)s.") % {"place": match.park or match.district}
    return _end(request, inquiry, match.reopen(by=request.user, at=at), said, at=at)


@require_safe
@roles(*READERS)
def all_matches(request, number):
    """Every place of the newest match, and why not the others: too much for the inquiry's page."""
    sheet = dossier(request.user, number, cursor=None)
    context = {"sheet": sheet, "inquiry": sheet.inquiry}
    if request.htmx:
        return render(request, "pipeline/_match_rest.html", context)
    return render(request, "pipeline/matches.html", context)
