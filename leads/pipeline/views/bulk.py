"""Many inquiries at once: one form for all, then what came true, what failed, and one undo."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from leads import flow
from leads.access import roles
from leads.models import Batch, CalendarDay, FollowUp, Inquiry
from leads.pipeline.filters import InquiryFilter
from leads.pipeline.forms.bulk import AT_MOST, FORMS, ManyForm
from leads.pipeline.forms.days import due_on
from leads.pipeline.names import names
from leads.pipeline.rows import for_list, seen_by

WHY = {
    "not_yours": gettext_lazy("another officer's"),
    "unchanged": gettext_lazy("it was so already"),
    "not_allowed": gettext_lazy("from its stage it cannot move there"),
    "reason_missing": gettext_lazy("a reason is missing"),
}


@require_POST
@roles("manager", "head")
def bulk(request):
    many = ManyForm(request.POST)
    if not many.is_valid():
        messages.error(request, _("Tick at least one inquiry, then choose what to do."))
        return redirect("pipeline:pipeline")
    deed = many.cleaned_data["deed"]
    if deed == Batch.Deed.ASSIGN and "head" not in request.user.roles():
        raise PermissionDenied
    at = timezone.now()
    chosen = list(_chosen(request.user, many, at))
    # The button of the list sends no field of this form yet.
    sent = request.POST if "given" in request.POST else None
    form = FORMS[deed](sent)
    if chosen and form.is_valid():
        batch = flow.do_to_many(deed, chosen, _act(form, request.user, at), by=request.user, at=at)
        return redirect("pipeline:batch", batch.pk)
    context = {"form": form, "many": many.cleaned_data, "count": len(chosen), "at_most": AT_MOST}
    context["deed"] = Batch.Deed(deed)
    context["keys"] = [inquiry.pk for inquiry in chosen]
    return render(request, "pipeline/bulk.html", context, status=422 if sent else 200)


def _chosen(user, many, at):
    rows = Inquiry.objects.visible_to(user).select_related("officer")
    if not many.cleaned_data["every"]:
        return rows.filter(pk__in=many.cleaned_data["keys"])[:AT_MOST]
    given = QueryDict(many.cleaned_data["query"])
    return InquiryFilter(given, rows, user=user, at=at, names=names()).rows()[:AT_MOST]


def _act(form, by, at):
    given, now = form.cleaned_data, {"by": by, "at": at}
    if "officer" in given:
        return lambda one: one.assign(given["officer"], kind="reassigned", **now)
    if "to" in given:
        return lambda one: one.advance(**given, **now)
    calendar, due_at = CalendarDay.office(), due_on(given["on"])
    step = {"calendar": calendar, "due_at": due_at, "subject": given["subject"]}
    return lambda one: one.is_open and FollowUp.promise(one, FollowUp.Kind.STEP, **step, **now)


@require_safe
@roles("manager", "head")
def batch(request, pk):
    done = get_object_or_404(Batch.objects.filter(by=request.user), pk=pk)
    at = timezone.now()
    why = {one["inquiry"]: WHY[one["code"]] for one in done.failed}
    rows = Inquiry.objects.visible_to(request.user).filter(pk__in=why)
    seen = seen_by(request.user, for_list(rows).order_by("pk"), at=at)
    failed = [replace(row, why=why[row.inquiry.pk]) for row in seen]
    context = {"batch": done, "rows": failed, "why": why}
    return render(request, "pipeline/batch.html", context)


@require_POST
@roles("manager", "head")
def undo_batch(request, pk):
    done = get_object_or_404(Batch.objects.filter(by=request.user), pk=pk)
    undone, kept = flow.undo_batch(done, by=request.user, at=timezone.now())
    said = ngettext("%(count)s inquiry is as before.", "%(count)s inquiries are as before.", undone)
    messages.success(request, said % {"count": undone})
    if kept:
        said = _("%(count)s could not be taken back: something newer stands there.")
        messages.warning(request, said % {"count": kept})
    return redirect("pipeline:batch", pk)
