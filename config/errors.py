"""Error pages: what happened to what was typed, what to do now, the hotline."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)
