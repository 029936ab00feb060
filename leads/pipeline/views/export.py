"""The list as a file, for those who answer for it; each file is written down."""

from django.contrib import messages
from django.http import FileResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from leads import spreadsheets
from leads.access import roles
from leads.models import Export
from leads.pipeline.export import AT_MOST, counted, table
from leads.pipeline.filters import narrowed
from leads.pipeline.names import names

from .lists import filtered

CSV = "text/csv; charset=utf-8"


@require_GET
@roles("manager", "head")
def export(request):
    at, known = timezone.now(), names()
    filters = filtered(request, at, known)
    found = filters.rows()
    count = counted(found)
    if count > AT_MOST:
        said = _("More than %(most)s inquiries fit these filters. Narrow them, then export.")
        messages.error(request, said % {"most": f"{AT_MOST:_}".replace("_", "\xa0")})
        return redirect(f"{reverse('pipeline:pipeline')}?{narrowed(request.GET)}")
    kind = "csv" if request.GET.get("format") == "csv" else "xlsx"
    Export.log(format=kind, rows=count, filters=list(filters.chosen()), by=request.user, at=at)
    rows = table(found, request.user, known, at=at)
    name = f"{_('inquiries')}-{timezone.localdate(at)}.{kind}"
    if kind == "xlsx":
        file = spreadsheets.xlsx_file(rows, title=_("Inquiries"))
        return FileResponse(file, as_attachment=True, filename=name, content_type=spreadsheets.XLSX)
    answer = StreamingHttpResponse(spreadsheets.csv_lines(rows), content_type=CSV)
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
