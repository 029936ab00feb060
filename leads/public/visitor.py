"""Who opened his status page: a signed cookie for the pages below /status/ instead of the secret.

The secret leaves the address with the first visit; the cookie holds the inquiry's key alone.
"""

from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from leads.models import Disposition, Inquiry, PeerCount
from leads.peer import peer_address

COOKIE = "status"
_SALT = "leads.public.status"
OPEN_FOR_S = 12 * 3600
# From one address: more than a person writes, less than a script.
ACTS_AT_MOST = (60, 200)


def admit(request, response, inquiry_id: int) -> HttpResponse:
    """Let this browser open the page for half a day."""
    response.set_signed_cookie(
        COOKIE,
        str(inquiry_id),
        salt=_SALT,
        max_age=OPEN_FOR_S,
        path="/status/",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def inquiry_of(request) -> Inquiry | None:
    kept = request.get_signed_cookie(COOKIE, None, salt=_SALT, max_age=OPEN_FOR_S)
    if kept is None:
        return None
    rows = Inquiry.objects.exclude(disposition=Disposition.ERASED)
    return rows.select_related("contact", "officer__user").filter(pk=kept).first()


def refusal(request) -> HttpResponse:
    """One answer for a wrong, an expired and a missing link."""
    response = render(request, "public/status_refused.html", status=404)
    # Django would write the address, and with it an expired secret, into the log.
    response._has_been_logged = True
    response["Referrer-Policy"] = "no-referrer"
    return response


def private(view):
    """Kept by nobody and found by nobody. Other hosts never learn of it (`same-origin`, set for all
    pages); under `no-referrer` a browser would send its forms without the origin that CSRF needs.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return never_cache(guarded)


def investor_only(view):
    """The view gets the inquiry whose page this browser has opened; any other is refused."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        inquiry = inquiry_of(request)
        return refusal(request) if inquiry is None else view(request, inquiry, *args, **kwargs)

    return private(guarded)


def acts_too_often(request, *, at) -> bool:
    """Counts one more act of this address."""
    address = peer_address(request.META, settings.TRUSTED_PROXIES)
    return PeerCount.count("status", address, at=at).over(*ACTS_AT_MOST)
