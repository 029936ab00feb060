"""The hook: verify, keep the raw event, answer; folding may fail, the event is kept."""

import logging

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leads import flow
from leads.telephony.exchange.hook import BODY_AT_MOST, Hook, Refused, Unreadable
from leads.telephony.exchange.providers import PROVIDERS

log = logging.getLogger(__name__)
REPEAT_AFTER_S = 10


# Exempt from the form's token, which an exchange cannot have; its own signature stands for it, and
# the session of whoever asks is never looked at.
@csrf_exempt
@login_not_required
@require_http_methods(["GET", "POST"])
def hook(request, provider, topic=""):
    """404 for an exchange without a secret, 400, 403 and 413 plainly, 503 to have it repeated."""
    exchange, secrets = PROVIDERS.get(provider), settings.TELEPHONY_SECRETS.get(provider)
    if exchange is None or not secrets:
        raise Http404
    if request.method == "GET":
        return _handshake(exchange, request)
    body = _body(request)
    if body is None:
        return _said("too large", 413)
    at = timezone.now()
    try:
        received = exchange.read(Hook(body, _headers(request)), secrets, at)
        exchange.translate(received.body, at)
        event = flow.hear(provider, received, at=at)
    except Refused as reason:
        log.warning("telephony: %s refused: %s", provider, reason)
        return _said("refused", 403)
    except Unreadable as reason:
        return _said(f"not understood: {reason}", 400)
    except (OperationalError, InterfaceError):
        return _said("try again", 503, **{"Retry-After": str(REPEAT_AFTER_S)})
    if event is not None:
        flow.fold_at_once(event, at=at)
    return HttpResponse("{}", content_type="application/json")


def _handshake(exchange, request) -> HttpResponse:
    answer = getattr(exchange, "handshake", lambda query: None)(request.GET)
    return _said("give a POST", 405, Allow="POST") if answer is None else _said(answer, 200)


def _body(request) -> bytes | None:
    length = request.headers.get("Content-Length", "0")
    if not length.isdigit() or int(length) > BODY_AT_MOST:
        return None
    body = request.read(BODY_AT_MOST + 1)
    return None if len(body) > BODY_AT_MOST else body


def _headers(request) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers.items()}


def _said(text: str, status: int, **headers) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain", headers=headers)
