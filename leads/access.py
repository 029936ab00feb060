"""Who may: roles are groups; each staff view names the roles that may open it."""

from functools import wraps

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.db.models import Exists
from django.utils import timezone

from leads.models import Heartbeat, User
from leads.models.leave import stood_in_for_by_user
from leads.models.notification import unread_of_user

ROLES = ("operator", "manager", "head", "district_officer", "auditor", "admin")

# Where each role begins its day; the first that a user has counts.
HOMES = {
    "operator": "desk:desk",
    "manager": "pipeline:my_day",
    "head": "pipeline:pipeline",
    "auditor": "pipeline:pipeline",
    "district_officer": "pipeline:referrals",
    "admin": "admin:index",
}


class RolesBackend(ModelBackend):
    """Fetches the user of a request together with his roles, in one statement.

    `standstill` comes with him: whether no sweep has ended lately, which every staff page says;
    `unread`, how many notices wait for him, a hundred at most; and `stands_in_for`, the officers
    who are on leave today and have him for a substitute.
    """

    def get_user(self, user_id):
        users = User.objects.with_roles().filter(pk=user_id)
        user = users.annotate(
            standstill=~Exists(Heartbeat.objects.beating()),
            unread=unread_of_user(),
            stands_in_for=stood_in_for_by_user(timezone.localdate()),
        ).first()
        return user if user and self.user_can_authenticate(user) else None


def roles(*names: str):
    """Only users with one of these roles; others see the 403 page. Declares `view.access`."""
    unknown = set(names) - set(ROLES)
    if unknown or not names:
        raise ValueError(f"no such role: {unknown or 'none given'}")

    def declare(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.roles() & set(names):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.access = frozenset(names)
        return guarded

    return declare


def home_of(user) -> str:
    """The name of the page where this user's work begins."""
    for role, home in HOMES.items():
        if role in user.roles():
            return home
    return "admin:index" if user.is_staff else "public:start"
