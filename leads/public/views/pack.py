from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leads.models.attachment import storage
from leads.public.visitor import investor_only

SEEN = "pack"


def newest(inquiry):
    return inquiry.answer_packs.for_investor().first()


@login_not_required
@investor_only
@require_safe
def pack(request, inquiry):
    """Our answer as a page; counted once a visit, which ends with the browser."""
    shown = newest(inquiry)
    context = {"inquiry": inquiry, "pack": shown, "content": shown.content if shown else {}}
    response = render(request, "public/pack.html", context)
    if shown and request.COOKIES.get(SEEN) != str(shown.pk) and request.method == "GET":
        shown.opened(at=timezone.now())
        response.set_cookie(SEEN, str(shown.pk), path="/status/", httponly=True, samesite="Lax")
    return response


@login_not_required
@investor_only
@require_safe
def pack_pdf(request, inquiry):
    """The same as a file; where none could be drawn the page prints."""
    shown = newest(inquiry)
    if shown is None or not shown.pdf:
        raise Http404
    name = f"{inquiry.number}-{shown.version}.pdf"
    return FileResponse(storage().open(shown.pdf), as_attachment=True, filename=name)
