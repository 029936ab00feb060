"""How long each promise may take: the head reads and changes it here."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from leads.access import roles
from leads.models import Term
from leads.pipeline.forms.terms import TermsForm

from .acting import sent


@roles("head")
def terms(request):
    known = Term.objects.select_related("changed_by").by_code()
    form = TermsForm(known, sent(request))
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        changed = [
            term.change(amount=amount, unit=unit, by=request.user, at=at)
            for term, amount, unit in form.changed_terms()
        ]
        if any(changed):
            messages.success(request, _("The terms count for what is promised from now on."))
        else:
            messages.info(request, _("Nothing differs."))
        return redirect("pipeline:terms")
    changes = [term for term in known.values() if term.changed_at]
    newest = sorted(changes, key=lambda term: term.changed_at, reverse=True)[:5]
    context = {"form": form, "changes": newest}
    return render(request, "pipeline/terms.html", context, status=422 if form.errors else 200)
