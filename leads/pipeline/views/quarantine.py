"""The quarantine: what looks like a robot's waits here until a person has looked."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from leads import flow
from leads.access import roles
from leads.models import Quarantine
from leads.pipeline.forms.quarantine import SettleForm

JUDGES = ("operator", "head")
# The longest wait stands first; who settles the shown ones sees the next.
SHOWN = 50
LATELY = 20


@require_safe
@roles(*JUDGES, "auditor")
def quarantine(request):
    rows = Quarantine.objects.listed()
    context = {
        "waiting": rows.waiting().order_by("held_at", "pk")[:SHOWN],
        "count": rows.waiting().count(),
        "settled": rows.settled().order_by("-settled_at", "-pk")[:LATELY],
        "may_judge": bool(request.user.roles() & set(JUDGES)),
        "at": timezone.now(),
    }
    return render(request, "pipeline/quarantine.html", context)


@require_POST
@roles(*JUDGES)
def settle_quarantine(request):
    """One verdict on those that are ticked; pressed twice it changes once."""
    form = SettleForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Tick the inquiries, then press one of the buttons."))
        return redirect("pipeline:quarantine")
    verdict = {"release": flow.release, "spam": Quarantine.condemn, "hold": Quarantine.take_back}
    rows = Quarantine.objects.listed().filter(pk__in=form.cleaned_data["keys"]).order_by("pk")
    rows = rows.prefetch_related("inquiry__contact__emails", "inquiry__answer_packs")
    at = timezone.now()
    done = sum(verdict[form.cleaned_data["verdict"]](row, by=request.user, at=at) for row in rows)
    said = {
        "release": ngettext("%(n)s inquiry is let in.", "%(n)s inquiries are let in.", done),
        "spam": ngettext("%(n)s inquiry is spam.", "%(n)s inquiries are spam.", done),
        "hold": ngettext(
            "%(n)s inquiry waits again.",
            "%(n)s inquiries wait again.",
            done,
        ),
    }
    messages.success(request, said[form.cleaned_data["verdict"]] % {"n": done})
    left = len(form.cleaned_data["keys"]) - done
    if left:
        words = ngettext(
            "%(n)s was settled or moved on by a colleague first.",
            "%(n)s were settled or moved on by a colleague first.",
            left,
        )
        messages.warning(request, words % {"n": left})
    return redirect("pipeline:quarantine")
