"""A recording, given in ranges to who may hear it, and never without writing down who did."""

import re
from itertools import islice

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from leads.access import roles
from leads.models import Recording
from leads.recordings import directory

BLOCK = 64 * 1024


@require_safe
@roles("operator", "manager", "head", "auditor")
def recording(request, key):
    """One range of it, or the whole; 416 for what it does not hold."""
    row = get_object_or_404(Recording.objects.visible_to(request.user), pk=key)
    path = directory() / row.file
    if not row.can_be_heard or not path.is_file():
        raise Http404
    row.hear(by=request.user, at=timezone.now())
    asked = _range(request.headers.get("Range", ""), row.size)
    if asked is None:
        answer = HttpResponse(status=416, headers={"Content-Range": f"bytes */{row.size}"})
    elif asked == (0, row.size) and "Range" not in request.headers:
        answer = FileResponse(path.open("rb"), content_type=row.content_type)
    else:
        start, end = asked
        answer = StreamingHttpResponse(_piece(path, start, end), status=206)
        answer["Content-Type"] = row.content_type
        answer["Content-Range"] = f"bytes {start}-{end - 1}/{row.size}"
        answer["Content-Length"] = str(end - start)
    answer["Accept-Ranges"], answer["Cache-Control"] = "bytes", "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _range(header: str, size: int) -> tuple[int, int] | None:
    """Start and end of the one range asked for; the whole when the header says nothing we know."""
    found = re.fullmatch(r"bytes=(\d{0,15})-(\d{0,15})", header.strip())
    if found is None or found.groups() == ("", ""):
        return (0, size)
    first, last = found.groups()
    if not first:
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else None


def _piece(path, start: int, end: int):
    with path.open("rb") as file:
        file.seek(start)
        whole, rest = divmod(end - start, BLOCK)
        yield from islice(iter(lambda: file.read(BLOCK), b""), whole)
        yield file.read(rest)
