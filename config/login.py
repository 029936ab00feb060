"""Who must log in: everyone, except where a view says `login_not_required`."""

from django.contrib.auth.middleware import LoginRequiredMiddleware


class MarkedLoginMiddleware(LoginRequiredMiddleware):
    """Asks the view before it asks for the user.

    Django asks for the user first, which reads the session: a public page would need the database
    before its view could say what to do when there is none.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)
