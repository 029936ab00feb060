"""The links of the page head: by role for staff, the public ones for visitors."""

from contextlib import suppress

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

PUBLIC = (
    ("public:inquiry", _("Send an inquiry"), None),
    ("catalogue:districts", _("Districts and parks"), None),
)
# What only the head and the auditor open stands behind one link, in a row of its own below.
MANAGEMENT = (
    ("pipeline:routing", _("Routing"), {"head"}),
    ("pipeline:terms", _("Terms"), {"head"}),
    ("pipeline:weights", _("Weights of the match"), {"head"}),
    ("pipeline:ledger", _("Ledger"), {"head", "auditor"}),
    ("pipeline:set_aside", _("Set aside"), {"head"}),
    ("pipeline:mails", _("Mails of no inquiry"), {"head"}),
    ("pipeline:district_table", _("How districts answer"), {"head", "auditor"}),
)
STAFF = (
    ("desk:desk", _("Call desk"), {"operator", "head"}),
    ("desk:call_backs", _("Call backs"), {"operator", "manager", "head"}),
    ("pipeline:my_day", _("My day"), {"manager", "head"}),
    ("pipeline:pipeline", _("Pipeline"), {"operator", "manager", "head", "auditor"}),
    ("pipeline:quarantine", _("Quarantine"), {"operator", "head"}),
    (MANAGEMENT, _("Management"), {"head", "auditor"}),
    ("pipeline:referrals", _("Referrals"), {"district_officer"}),
    ("catalogue:districts", _("Districts and parks"), None),
)


def navigation(request):
    """`navigation`: (url, label, whether the page stands there, key or "") of each link;
    `section`: the same of the links below the one that is open, or nothing."""
    user = getattr(request, "user", None)
    held = user.roles() if user is not None and user.is_authenticated else frozenset()
    # An error page is drawn with whatever routes there are.
    with suppress(NoReverseMatch):
        below = _links(MANAGEMENT, held)
        links = _links(STAFF if held else PUBLIC, held)
        # A page below two of them stands at the nearer one.
        known = {url for url, _label in (*links, *below) if request.path.startswith(url)}
        here = max(known, key=len, default=None)
        section = below if here in dict(below) else []
        top = section[0][0] if section else here
        return {
            "navigation": [(url, label, url == top, "") for url, label in links],
            "section": [(url, label, url == here, "") for url, label in section],
        }
    return {"navigation": [], "section": []}


def _links(entries, held):
    """(url, label) of what these roles may open; a group opens at the first of its own."""
    return [
        (reverse(name) if isinstance(name, str) else _links(name, held)[0][0], label)
        for name, label, needed in entries
        if needed is None or held & needed
    ]
