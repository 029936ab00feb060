"""The links of the page head: by role for staff, the public ones for visitors."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

PUBLIC = (
    ("public:inquiry", _("Send an inquiry"), None),
    ("catalogue:districts", _("Districts and parks"), None),
)
STAFF = (
    ("desk:desk", _("Call desk"), {"operator", "head"}),
    ("pipeline:my_day", _("My day"), {"manager", "head"}),
    ("pipeline:pipeline", _("Pipeline"), {"operator", "manager", "head", "auditor"}),
    ("pipeline:referrals", _("Referrals"), {"district_officer"}),
    ("catalogue:districts", _("Districts and parks"), None),
)


def navigation(request):
    """`navigation`: (url, label, whether the page stands there, key or "") of each link."""
    user = getattr(request, "user", None)
    staff = user is not None and user.is_authenticated and user.roles()
    return {
        "navigation": [
            (url, label, request.path.startswith(url), "")
            for name, label, needed in (STAFF if staff else PUBLIC)
            if needed is None or staff & needed
            for url in [reverse(name)]
        ]
    }
