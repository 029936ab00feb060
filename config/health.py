"""For proxies, the launcher and monitors.

/healthz: does this process reach its database? /healthz/progress: does the work go on?
"""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from leads.progress import read_progress


@login_not_required
@never_cache
@require_safe
def healthz(request):
    """200 “ok”, or 503 with no detail: the reason is in the log."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return HttpResponse("database unreachable\n", content_type="text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
@never_cache
@require_safe
def progress(request):
    """200 with the age of the last sweep, or 503 with what stands still: counts, no names."""
    try:
        found = read_progress()
    except DatabaseError:
        return HttpResponse("database unreachable\n", content_type="text/plain", status=503)
    text = "".join(f"{line}\n" for line in found.lines)
    return HttpResponse(text, content_type="text/plain", status=200 if found.ok else 503)
