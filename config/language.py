"""The page's language: `?lang=en` once, then the cookie it set, else Russian.

On a stranger's first visit to the pages of investors the browser is asked: who reads Russian gets
Russian, anybody else English. The office works in Russian whatever its browsers prefer.
"""

from django.conf import settings
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header

COOKIE = settings.LANGUAGE_COOKIE_NAME
VISITORS = frozenset(["public", "catalogue"])


class ChosenLanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.GET.get("lang", "")
        kept = request.COOKIES.get(COOKIE, "")
        known = dict(settings.LANGUAGES)
        language = next((code for code in (asked, kept) if code in known), "")
        request.language_chosen = bool(language)
        with translation.override(language or settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = language or settings.LANGUAGE_CODE
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        if asked in known and asked != kept:
            response.set_cookie(
                COOKIE, asked, max_age=31_536_000, samesite="Lax", secure=request.is_secure()
            )
        return self._told_apart(request, response)

    def process_view(self, request, view, args, kwargs):
        """Only here is it known whose page it is."""
        if not request.language_chosen and request.resolver_match.namespace in VISITORS:
            request.LANGUAGE_CODE = preferred(request.headers.get("Accept-Language", ""))
            translation.activate(request.LANGUAGE_CODE)

    def _told_apart(self, request, response):
        """A cache must not give one reader's language to the next."""
        match = request.resolver_match
        if match is not None and match.namespace in VISITORS:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response


def preferred(header: str) -> str:
    """Russian where it is named before English, or nothing is named at all; else English."""
    named = [code.partition("-")[0] for code, weight in parse_accept_lang_header(header) if weight]
    ours = [code for code in named if code in dict(settings.LANGUAGES)]
    return ours[0] if ours else ("en" if named and "*" not in named else settings.LANGUAGE_CODE)
