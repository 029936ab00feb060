from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from leads.models import ConsentText


@login_not_required
@require_safe
def consent(request, purpose):
    """The document to which a box of the form refers, as it stands today."""
    if purpose not in ConsentText.Purpose.values:
        raise Http404
    text = ConsentText.current(purpose, get_language())
    return render(request, "public/consent.html", {"text": text})
