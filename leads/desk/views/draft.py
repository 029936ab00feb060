"""What is typed is kept on the server while it is typed, and found again on any machine."""

import json
from dataclasses import dataclass

from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from leads.access import roles
from leads.models import Call, DeskDraft, DraftGone
from leads.phones import format_phone, parse_phone

DRAFTS = 12
NOT_TYPED = {"csrfmiddlewaretoken", "request_key", "call", "keep", "version"}


@require_http_methods(["PATCH", "POST"])
@roles("operator", "head")
def draft(request, key):
    """Keep what changed since `base`: 200, 409 with what clashes, 410 when it is gone."""
    if of_another_operator(request):
        return JsonResponse({"error": "another"}, status=401)
    said = _said(request)
    if said is None:
        return JsonResponse({"error": "unread"}, status=400)
    at = timezone.now()
    try:
        kept = DeskDraft.keep(
            key,
            said["changes"],
            base=said["base"],
            by=request.user,
            at=at,
            parked=said["parked"],
            call=_call(said["call"], request.user),
        )
    except DraftGone:
        return JsonResponse({"error": "gone"}, status=410)
    told = {"version": kept.version, "clashes": kept.clashes, "news": kept.news}
    return JsonResponse(told, status=409 if kept.clashes else 200)


def by_script(request) -> bool:
    return request.headers.get("X-Desk") == "1"


def of_another_operator(request) -> bool:
    """The page was opened by somebody else than who is logged in now in this browser."""
    return request.headers.get("X-Operator", str(request.user.pk)) != str(request.user.pk)


def _said(request) -> dict | None:
    """The body in its plain shape; None for anything else."""
    try:
        body = json.loads(request.body)
        said = {name: body.get(name) for name in ("changes", "base", "parked", "call")}
        said["base"] = max(0, min(int(said["base"] or 0), 2**31 - 1))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    sound = isinstance(said["changes"], dict) and said["parked"] in (None, True, False)
    return said if sound else None


def _call(pk, user) -> Call | None:
    given = str(pk or "")
    if not given.isdigit():
        return None
    return Call.objects.open_to(user).filter(pk=int(given[:18])).first()


def typed_in(post) -> dict[str, str]:
    return {name: value for name, value in post.items() if name not in NOT_TYPED}


@dataclass(frozen=True)
class Kept:
    """A draft as the strip shows it."""

    key: str
    title: str
    opened_at: object
    touched_at: object


def drafts_of(user, *, but: DeskDraft | None) -> dict[str, list[Kept]]:
    """Parked calls, and unfinished ones that nobody parked; one statement."""
    rows = list(DeskDraft.objects.of_operator(user).newest()[:DRAFTS])
    rows = [row for row in rows if but is None or row.pk != but.pk]
    return {
        "parked": [_kept(row) for row in rows if row.parked],
        "unfinished": [_kept(row) for row in rows if not row.parked],
    }


def _kept(row: DeskDraft) -> Kept:
    given = row.fields
    phone = parse_phone(given["phone"][:80]) if given.get("phone") else None
    number = format_phone(phone.e164) if phone and phone.e164 else given.get("phone", "")
    title = given.get("company") or given.get("name") or number or given.get("text", "")
    return Kept(str(row.key), title[:60], row.opened_at, row.touched_at)
