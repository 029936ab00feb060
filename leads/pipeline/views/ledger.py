"""The ledger: every inquiry and call in exactly one class, and whether anything differs."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from leads.access import roles
from leads.ledger import ask_for_recount, by_class
from leads.models import Call, Inquiry, LedgerResult, MailboxState
from leads.pipeline.classes import classes, rows_of
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.differences import differences
from leads.pipeline.rows import PAGE, for_list, seen_by

# One recount every five minutes: the last hours.
HISTORY = 24


@require_safe
@roles("head", "auditor")
def ledger(request):
    """The classes as they stand; the differences as of the last recount."""
    history = list(LedgerResult.objects.order_by("-at", "-pk")[:HISTORY])
    last = history[0] if history else None
    after = request.GET.get("after", "")
    context = {
        "last": last,
        "mailbox": MailboxState.silent(),
        "history": history,
        "groups": classes(by_class()),
        "differences": differences(last.kinds) if last else [],
        "found": LedgerResult.objects.filter(difference__gt=0).order_by("-at", "-pk")[:HISTORY],
        # Asked for, and not there yet: the page looks again by itself.
        "counting": after if after == str(last.pk if last else 0) else "",
    }
    template = "pipeline/_ledger.html" if request.htmx else "pipeline/ledger.html"
    return render(request, template, context)


@require_POST
@roles("head", "auditor")
def recount_now(request):
    last = LedgerResult.newest()
    ask_for_recount()
    return redirect(f"{reverse('pipeline:ledger')}?after={last.pk if last else 0}")


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
