"""The links of the page head: by role for staff, the public ones for visitors."""

from contextlib import suppress

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

PUBLIC = (
    ("public:inquiry", _("Send an inquiry"), None),
    ("catalogue:districts", _("Districts and parks"), None),
)
STAFF = (
    ("desk:desk", _("Call desk"), {"operator", "head"}),
    ("desk:call_backs", _("Call backs"), {"operator", "manager", "head"}),
    ("pipeline:my_day", _("My day"), {"manager", "head"}),
    ("pipeline:pipeline", _("Pipeline"), {"operator", "manager", "head", "auditor"}),
    ("reports:reports", _("Reports"), {"manager", "head", "auditor"}),
    ("pipeline:quarantine", _("Quarantine"), {"operator", "head"}),
    ("pipeline:routing", _("Routing"), {"head"}),
    ("pipeline:ledger", _("Ledger"), {"head", "auditor"}),
    ("pipeline:set_aside", _("Set aside"), {"head"}),
    ("pipeline:imports", _("Import"), {"head"}),
    ("pipeline:district_table", _("How districts answer"), {"head", "auditor"}),
    ("pipeline:referrals", _("Referrals"), {"district_officer"}),
    ("catalogue:districts", _("Districts and parks"), None),
)
# A chord of keys by their place on the keyboard: see hotline/keys.js.
KEYS = {
    "desk:desk": "KeyG KeyD",
    "pipeline:my_day": "KeyG KeyM",
    "pipeline:pipeline": "KeyG KeyP",
    "reports:reports": "KeyG KeyR",
}


def navigation(request):
    """`navigation`: (url, label, whether the page stands there, key or "") of each link."""
    user = getattr(request, "user", None)
    held = user.roles() if user is not None and user.is_authenticated else frozenset()
    links = []
    # An error page is drawn with whatever routes there are.
    with suppress(NoReverseMatch):
        for name, label, needed in STAFF if held else PUBLIC:
            if needed is None or held & needed:
                url = reverse(name)
                links.append((url, label, KEYS.get(name, "") if held else ""))
    # A page below two of them stands at the nearer one.
    here = max(
        (link[0] for link in links if request.path.startswith(link[0])), key=len, default=None
    )
    return {"navigation": [(url, label, url == here, key) for url, label, key in links]}
