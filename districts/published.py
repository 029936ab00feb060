"""Pages that say the same to everybody: kept by any cache for a while, asked about by their tag.

The tag names all that such a page is made of, so that an unchanged page costs one query. Whoever
brings a session is somebody: his page is his own.
"""

from functools import lru_cache, wraps
from hashlib import sha256

from django.conf import settings
from django.db.models import Subquery
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from districts.models import Boundary, RegistryVersion

# How long a cache may answer by itself; after that it asks whether the tag still holds.
KEPT_FOR_S = 300
# Only here: a page without secrets may be compressed beside what a stranger puts into its address.
_SMALL = GZipMiddleware(lambda request: None)


def published(view):
    """For pages made of the registry, the address, the language and the day alone."""

    @wraps(view)
    def kept(request, *args, **kwargs):
        if somebody(request):
            response = view(request, *args, **kwargs)
            patch_cache_control(response, private=True, no_cache=True)
            return response
        tag = _tag(request)
        response = get_conditional_response(request, etag=tag)
        if response is None:
            response = view(request, *args, **kwargs)
        if response.status_code in (200, 304):
            response["ETag"] = tag
            patch_cache_control(response, public=True, max_age=KEPT_FOR_S)
        return _SMALL.process_response(request, response)

    return kept


def somebody(request) -> bool:
    """Whether the page may hold more than everybody's: a session, or words kept for one reader."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES or "messages" in request.COOKIES


def _tag(request) -> str:
    drawn = Boundary.objects.order_by("-imported_at").values("imported_at")[:1]
    version = RegistryVersion.objects.values_list("number", Subquery(drawn)).first()
    # Figures grow stale by the day.
    made_of = (version, request.get_full_path(), get_language(), timezone.localdate(), _release())
    return f'W/"{sha256(repr(made_of).encode()).hexdigest()[:32]}"'


@lru_cache
def _release() -> str:
    """Of the words and the wiring: the same in every process of one release."""
    digest = sha256(repr((settings.AGENCY, settings.BASE_URL, settings.STATIC_URL)).encode())
    for place, kinds in (("templates", "*.html"), ("config/locale", "*.mo"), ("leads/static", "*")):
        for path in sorted((settings.BASE_DIR / place).rglob(kinds)):
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest()
