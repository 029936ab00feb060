"""The page's language: `?lang=en` once, then the cookie it set, else Russian.

The browser's Accept-Language is not asked: the office works in Russian, and a cached public page
must not differ by a header nobody sees.
"""

from django.conf import settings
from django.utils import translation

COOKIE = settings.LANGUAGE_COOKIE_NAME


class ChosenLanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        asked = request.GET.get("lang", "")
        kept = request.COOKIES.get(COOKIE, "")
        known = dict(settings.LANGUAGES)
        language = next((code for code in (asked, kept) if code in known), settings.LANGUAGE_CODE)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if asked in known and asked != kept:
            response.set_cookie(
                COOKIE, asked, max_age=31_536_000, samesite="Lax", secure=request.is_secure()
            )
        return response
