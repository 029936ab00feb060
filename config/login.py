"""Who must log in: everyone, except where a view says `login_not_required`."""

from urllib.parse import urlencode, urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse
from django.shortcuts import resolve_url


class MarkedLoginMiddleware(LoginRequiredMiddleware):
    """Asks the view before it asks for the user.

    Django asks for the user first, which reads the session: a public page would need the database
    before its view could say what to do when there is none.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(self, request, view_func):
        """A script is told with 401, for it would take the log-in page for its answer."""
        if not (_by_script(request) or _wants_json(request)):
            return super().handle_no_permission(request, view_func)
        shown = urlsplit(request.headers.get("HX-Current-URL", ""))
        query = urlencode({self.get_redirect_field_name(view_func): shown.path or "/"})
        login = resolve_url(self.get_login_url(view_func))
        return HttpResponse(status=401, headers={"HX-Redirect": f"{login}?{query}"})


def _by_script(request) -> bool:
    return any(name in request.headers for name in ("HX-Request", "X-Desk"))


def _wants_json(request) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")
