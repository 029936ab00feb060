"""The page of the reports, the list behind each mark, and the table as a file."""

from datetime import timedelta

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from leads import spreadsheets
from leads.access import roles
from leads.models import Call

from .catalogue import REPORTS
from .forms import PeriodForm
from .listed import page, seen_by, with_people
from .sheet import rows

READERS = ("manager", "head", "auditor")


@require_safe
@roles(*READERS)
def reports(request):
    form = PeriodForm(request.GET, user=request.user, at=timezone.now())
    scope = form.scope()
    found = [one.read(scope) for one in REPORTS.values()]
    context = {
        "reports": found,
        "period": form,
        "query": form.query(),
        **_period(scope),
    }
    return render(request, "reports/reports.html", context)


@require_safe
@roles(*READERS)
def marked_inquiries(request, report):
    """What one mark counts; a mark that no report draws is missing."""
    form = PeriodForm(request.GET, user=request.user, at=timezone.now())
    scope = form.scope()
    shown, mark = _report(report), request.GET.get("mark", "")
    found = shown.marked(scope, mark)
    if found is None:
        raise Http404
    context = {
        "report": shown,
        "query": form.query(),
        "count": found.count(),
        "label": shown.read(scope).label_of(mark),
        **_period(scope),
    }
    calls = found.model is Call
    found = found.select_related("inquiry", "operator") if calls else with_people(found)
    found, context["before"] = page(found, request.GET.get("before", ""))
    context["calls" if calls else "rows"] = found if calls else seen_by(request.user, found)
    return render(request, "reports/inquiries.html", context)


@require_safe
@roles(*READERS)
def report_file(request, report):
    form = PeriodForm(request.GET, user=request.user, at=timezone.now())
    found = _report(report).read(form.scope())
    if request.GET.get("format") == "xlsx":
        file = spreadsheets.xlsx_file(rows(found), title=_("Report"))
        return FileResponse(
            file, as_attachment=True, filename=f"{report}.xlsx", content_type=spreadsheets.XLSX
        )
    content = b"".join(spreadsheets.csv_lines(rows(found)))
    answer = HttpResponse(content, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{report}.csv"'
    return answer


def _period(scope) -> dict:
    return {"scope": scope, "last_day": timezone.localtime(scope.end) - timedelta(days=1)}


def _report(key: str):
    if key not in REPORTS:
        raise Http404
    return REPORTS[key]
