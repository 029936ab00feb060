"""How districts answer: the league table, and the referrals behind a row of it."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from districts.models import District
from leads.access import roles
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.district_table import PERIODS, referred_within, table
from leads.pipeline.rows import PAGE


def _period(request) -> int:
    asked = request.GET.get("days", "")
    return int(asked) if asked in map(str, PERIODS) else 365


@require_safe
@roles("head", "auditor")
def district_table(request):
    days = _period(request)
    context = {"rows": table(days, at=timezone.now()), "days": days, "periods": PERIODS}
    return render(request, "pipeline/district_table.html", context)


@require_safe
@roles("head", "auditor")
def district_referrals(request, district):
    found, days, at = get_object_or_404(District, pk=district), _period(request), timezone.now()
    rows = referred_within(days, at=at).filter(district=found)
    rows = rows.select_related("inquiry__investor", "inquiry__contact", "inquiry__officer__user")
    shown = page(rows, Cursor.read(request.GET.get("from", "")), by="referred_at", size=PAGE)
    for one in shown.rows:
        one.inquiry.masked = one.inquiry.masked_for(request.user)
    context = {"district": found, "page": shown, "days": days, "at": at}
    return render(request, "pipeline/district_referrals.html", context)
