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
    ("pipeline:imports", _("Import"), {"head"}),
    ("pipeline:mails", _("Mails of no inquiry"), {"head"}),
    ("pipeline:district_table", _("How districts answer"), {"head", "auditor"}),
)
STAFF = (
    ("desk:desk", _("Call desk"), {"operator", "head"}),
    ("desk:call_backs", _("Call backs"), {"operator", "manager", "head"}),
    ("pipeline:my_day", _("My day"), {"manager", "head"}),
    ("pipeline:pipeline", _("Pipeline"), {"operator", "manager", "head", "auditor"}),
    ("reports:reports", _("Reports"), {"manager", "head", "auditor"}),
    ("pipeline:quarantine", _("Quarantine"), {"operator", "head"}),
    (MANAGEMENT, _("Management"), {"head", "auditor"}),
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
    """What the head shows, each link as (url, label, key or "", whether the page stands there).

    `navigation`: the row of all; `section`: the row below its group that is open, or nothing;
    `everywhere`: each page of both rows, for the palette.
    """
    user = getattr(request, "user", None)
    held = user.roles() if user is not None and user.is_authenticated else frozenset()
    # An error page is drawn with whatever routes there are.
    with suppress(NoReverseMatch):
        top, below = _links(STAFF if held else PUBLIC, held), _links(MANAGEMENT, held)
        # The group's own link is that of its first page.
        pages = [link for link in top if link[0] not in {url for url, *_rest in below}] + below
        # A page below two of them stands at the nearer one.
        here = max(
            (url for url, *_rest in pages if request.path.startswith(url)), key=len, default=None
        )
        section = below if here in {url for url, *_rest in below} else []
        open_one = section[0][0] if section else here
        return {
            "navigation": [(*link, link[0] == open_one) for link in top],
            "section": [(*link, link[0] == here) for link in section],
            "everywhere": [(*link, link[0] == here) for link in pages],
        }
    return {"navigation": [], "section": [], "everywhere": []}


def _links(entries, held):
    """(url, label, key) of what these roles may open; a group opens at the first of its own."""
    return [
        (_links(name, held)[0][0], label, "")
        if isinstance(name, tuple)
        else (reverse(name), label, KEYS.get(name, "") if held else "")
        for name, label, needed in entries
        if needed is None or held & needed
    ]
