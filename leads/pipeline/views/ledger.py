"""The ledger: every inquiry and call in exactly one class, and whether anything differs."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.ledger import keep_recount
from leads.models import Call, Inquiry, LedgerResult
from leads.pipeline.classes import classes, rows_of
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.differences import differences
from leads.pipeline.rows import PAGE, for_list, seen_by

# One recount every five minutes: the last hours.
HISTORY = 24


@require_safe
@roles("head", "auditor")
def ledger(request):
    history = list(LedgerResult.objects.order_by("-at", "-pk")[:HISTORY])
    last = history[0] if history else None
    context = {
        "last": last,
        "history": history,
        "groups": classes(last.classes) if last else {},
        "differences": differences(last.kinds) if last else [],
        "found": LedgerResult.objects.filter(difference__gt=0).order_by("-at", "-pk")[:HISTORY],
    }
    return render(request, "pipeline/ledger.html", context)


@require_POST
@roles("head", "auditor")
def recount_now(request):
    result = keep_recount(timezone.now())
    if result.difference:
        said = ngettext("%(count)s difference.", "%(count)s differences.", result.difference)
        messages.error(request, said % {"count": result.difference})
    else:
        messages.success(request, _("Counted anew: nothing differs."))
    return redirect("pipeline:ledger")


@require_safe
@roles("head", "auditor")
def ledger_class(request, key):
    rows = rows_of(key)
    if rows is None:
        raise Http404
    cursor = Cursor.read(request.GET.get("from", ""))
    shown = next(one for group in classes({}).values() for one in group if one.key == key)
    context = {"shown": shown, "count": rows.count()}
    if rows.model is Call:
        rows = rows.select_related("inquiry", "operator")
        context["page"] = page(rows, cursor, by="started_at", size=PAGE)
    else:
        rows = for_list(rows.filter(pk__in=Inquiry.objects.visible_to(request.user)))
        context["page"] = page(rows, cursor, by="last_activity_at", size=PAGE)
        at = timezone.now()
        context["rows"] = seen_by(request.user, context["page"].rows, at=at)
    return render(request, "pipeline/ledger_class.html", context)
