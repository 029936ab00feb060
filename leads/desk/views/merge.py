"""Two investors side by side, one value chosen for each field; and the way back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from leads.access import roles
from leads.desk.forms_merge import MergeForm
from leads.desk.views.investor import MAY_MERGE, history
from leads.models import Investor, InvestorMerge, MergeRefused

REFUSED = {
    "itself": gettext_lazy("An investor cannot be merged with himself"),
    "gone": gettext_lazy("One of the two was merged meanwhile. Look again"),
    "people": gettext_lazy("The people changed meanwhile. Look again"),
    "late": gettext_lazy("The thirty days are over: this merge stands"),
    "undone": gettext_lazy("This merge was undone already"),
    "built_on": gettext_lazy("Undo the later merge first: this investor was merged on since"),
}


@roles(*MAY_MERGE)
def merge(request, key, other):
    """`key` is kept, `other` goes into it; nothing is deleted and all can be undone."""
    kept, gone = _two(request.user, key, other)
    form = MergeForm(request.POST or None, kept=kept, gone=gone)
    if request.method == "POST" and form.is_valid():
        try:
            InvestorMerge.merge(kept, gone, **form.choices(), by=request.user, at=timezone.now())
        except MergeRefused as refused:
            form.add_error(None, str(REFUSED[refused.code]))
        else:
            messages.success(request, _("Merged. It can be undone for 30 days, on this page."))
            return redirect(kept)
    sides = [(one, history(one, request.user)) for one in (kept, gone)]
    context = {"form": form, "kept": kept, "gone": gone, "sides": sides}
    return render(request, "desk/merge.html", context)


def _two(user, key, other) -> tuple[Investor, Investor]:
    found = Investor.objects.visible_to(user).standing().in_bulk([key, other])
    if len(found) < 2:
        raise Http404
    return found[key], found[other]


@require_POST
@roles(*MAY_MERGE)
def unmerge(request, key, merge):
    """Both as they were before."""
    kept = get_object_or_404(Investor.objects.visible_to(request.user), pk=key)
    row = get_object_or_404(InvestorMerge, pk=merge, kept=kept)
    try:
        row.undo(by=request.user, at=timezone.now())
    except MergeRefused as refused:
        messages.error(request, str(REFUSED[refused.code]))
    else:
        messages.success(request, _("Undone: these are two investors again."))
    return redirect(kept)
