"""The ringing call: what every screen of the operator asks for, twice a second, by one query."""

from django.shortcuts import render

from leads.access import roles
from leads.models import Call


@roles("operator", "head")
def ringing(request):
    """Fragment: the calls that ring at this person's phone, or talk with it; empty when none do."""
    calls = Call.objects.at_phone(request.user.extension)
    shown = calls.select_related("contact__investor", "line").order_by("started_at", "pk")
    answer = render(request, "desk/_ringing.html", {"calls": shown})
    answer["Cache-Control"] = "no-store"
    return answer
