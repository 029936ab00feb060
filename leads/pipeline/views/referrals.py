"""What was passed to a district, for the officer who answers for it, and nothing else."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from leads.access import roles
from leads.models import Referral
from leads.need_words import facts
from leads.phones import format_phone
from leads.pipeline.cursor import Cursor, page
from leads.pipeline.names import names
from leads.pipeline.rows import PAGE


@require_safe
@roles("district_officer")
def referrals(request):
    rows = Referral.objects.visible_to(request.user)
    rows = rows.select_related("inquiry__investor", "inquiry__main_industry", "district")
    cursor = Cursor.read(request.GET.get("from", ""))
    shown = page(rows, cursor, by="referred_at", size=PAGE)
    return render(request, "pipeline/referrals.html", {"page": shown})


@require_safe
@roles("district_officer")
def referral(request, pk):
    rows = Referral.objects.visible_to(request.user).select_related(
        "inquiry__investor", "inquiry__contact", "inquiry__need", "district", "referred_by"
    )
    found = get_object_or_404(rows, pk=pk)
    inquiry = found.inquiry
    context = {"referral": found, "facts": facts(inquiry.need.figures(), names())}
    if found.shows_people:
        phones = inquiry.contact.phones.order_by("pk")
        context["phones"] = [format_phone(phone.e164 or phone.raw) for phone in phones]
        context["emails"] = inquiry.contact.emails.order_by("pk")
    return render(request, "pipeline/referral.html", context)
