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
    """`navigation`: dicts of url, label, active. A page without a session asks for no user."""
    public = getattr(request, "public_page", False) or not request.user.is_authenticated
    links = PUBLIC if public else STAFF
    held = set() if public else request.user.roles()
    return {
        "navigation": [
            {"url": url, "label": label, "active": request.path.startswith(url)}
            for name, label, needed in links
            if needed is None or held & needed
            for url in [reverse(name)]
        ]
    }
