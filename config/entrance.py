"""Where a user's day begins."""

from django.shortcuts import redirect

from leads.access import ROLES, home_of, roles


@roles(*ROLES)
def home(request):
    return redirect(home_of(request.user))
