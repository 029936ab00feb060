from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from districts.published import published
from leads.public.facts import registry_facts
from leads.public.plate import plate


@login_not_required
@require_safe
@published
def start(request):
    """What it is, how it goes on, and three facts of our own registry."""
    facts = registry_facts()
    context = {"facts": facts, "plate": plate(facts["year"] if facts else None)}
    return render(request, "public/start.html", context)
