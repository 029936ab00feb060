from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from leads.models import ConsentText


@login_not_required
@require_safe
def consent(request):
    """The document to which the form's box refers, as it stands today."""
    text = ConsentText.current(ConsentText.Purpose.PROCESSING, get_language())
    return render(request, "public/consent.html", {"text": text})
