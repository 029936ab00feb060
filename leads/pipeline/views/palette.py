"""The palette: what was typed goes by POST, and only rows come back."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.pipeline.forms.palette import PaletteForm
from leads.pipeline.palette import rows as rows_of

from .lists import READERS


@require_POST
@roles(*READERS)
def palette(request):
    form = PaletteForm(request.POST)
    texts = form.texts() if form.is_valid() else []
    here = form.cleaned_data.get("path", "")
    groups = rows_of(request.user, texts, here=here, at=timezone.now())
    context = {"groups": groups, "texts": texts, "errors": form.errors.get("text")}
    return render(request, "pipeline/_palette.html", context, status=422 if form.errors else 200)
