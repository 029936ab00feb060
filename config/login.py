"""Who must log in: everyone, except where a view says `login_not_required`."""

from urllib.parse import urlencode

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponse


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
        """A script is told so: a page it did not ask for would be put into the middle of its own.

        The page then logs in over itself (hotline/session.js) and keeps what was typed; whoever
        has no such script is led to the log-in.
        """
        asks = request.headers.get("HX-Request") or "application/json" in request.headers.get(
            "Accept", ""
        )
        if not asks:
            return super().handle_no_permission(request, view_func)
        there = f"{self.get_login_url(view_func)}?{urlencode({'next': '/home/'})}"
        return HttpResponse(status=401, headers={"HX-Redirect": there})
