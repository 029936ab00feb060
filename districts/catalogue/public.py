"""Marks a page that is the same for everyone, so that its head asks for no user and no session."""

from functools import wraps


def public_page(view):
    @wraps(view)
    def marked(request, *args, **kwargs):
        request.public_page = True
        return view(request, *args, **kwargs)

    return marked
