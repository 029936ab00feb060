from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_safe

from leads.public.facts import registry_facts


@login_not_required
@require_safe
def start(request):
    """What it is, how it goes on, and three facts of our own registry."""
    return render(request, "public/start.html", {"facts": registry_facts()})
