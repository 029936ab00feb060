"""Views of the pipeline kept under a name."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.models import SavedView, TooManyViews
from leads.pipeline.forms.saved_view import SavedViewForm

from .acting import sent
from .lists import READERS


@roles(*READERS)
def save_view(request):
    form = SavedViewForm(sent(request), initial={"query": request.GET.get("query", "")})
    if request.method == "POST" and form.is_valid():
        try:
            view = SavedView.keep(**form.cleaned_data, by=request.user, at=timezone.now())
        except TooManyViews:
            form.add_error("name", _("Ten views are kept at most. Take one away first"))
        else:
            messages.success(request, _("The view is kept: %(name)s.") % {"name": view.name})
            return redirect(f"{reverse('pipeline:pipeline')}?{view.query}")
    kept = SavedView.objects.filter(owner=request.user).order_by("name")
    context = {"form": form, "kept": kept}
    return render(request, "pipeline/save_view.html", context, status=422 if form.errors else 200)


@require_POST
@roles(*READERS)
def drop_view(request, pk):
    if not SavedView.drop(pk, by=request.user):
        raise Http404
    messages.success(request, _("The view is taken away."))
    return redirect("pipeline:save_view")
