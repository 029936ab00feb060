"""First response: working hours from the opening of an inquiry to its first contact.

The first contact is the first step of that kind that ended with the investor reached; a try
without him is none. Hours are those of the office by the production calendar. Counted are the
inquiries that came in within the period, without test, spam, quarantined, duplicate and erased
ones. An hour that ends a bucket belongs to it. p50 and p90 are nearest ranks over those reached;
the rest is told apart.
"""

from django.db.models import Min, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import CalendarDay

from .report import Bar, Cell, Report, figure, percentile, scaled, share
from .scope import Scope

KEY = "first-response"
NAME = gettext_lazy("First response")
EDGES = (1, 4, 8, 24)
BUCKETS = ("0-1", "1-4", "4-8", "8-24", "24-")
_FIRST = Q(follow_ups__kind="first_contact", follow_ups__outcome="reached")


def _hours(scope: Scope) -> dict[int, float | None]:
    """By the key of the inquiry; None where nobody has been reached yet."""
    first = Min("follow_ups__done_at", filter=_FIRST & Q(follow_ups__done_at__lte=scope.at))
    calendar = CalendarDay.office()
    rows = scope.cohort().annotate(first=first).values_list("pk", "opened_at", "first")
    return {
        pk: calendar.elapsed(opened, max(first, opened)).total_seconds() / 3600 if first else None
        for pk, opened, first in rows
    }


def _bucket(hours: float | None) -> str:
    if hours is None:
        return "none"
    return BUCKETS[sum(hours > edge for edge in EDGES)]


def read(scope: Scope) -> Report:
    hours = _hours(scope)
    known = [one for one in hours.values() if one is not None]
    labels = {
        "0-1": _("0–1 h"),
        "1-4": _("1–4 h"),
        "4-8": _("4–8 h"),
        "8-24": _("8–24 h"),
        "24-": _("more than 24 h"),
        "none": _("not reached yet"),
    }
    counts = dict.fromkeys(labels, 0)
    for one in hours.values():
        counts[_bucket(one)] += 1
    late = counts["8-24"] + counts["24-"]
    title = _("First response later than 8 working hours: %(share)s") % {
        "share": share(late, len(known))
    }
    return Report(
        key=KEY,
        name=str(NAME),
        title=title if known else _("Nobody has been reached yet"),
        definition=_(
            "Working hours of the office from the opening of an inquiry to the first contact at "
            "which the investor was reached, of the inquiries that came in within the period. An "
            "hour that ends a bucket belongs to it; p50 and p90 are figures of real cases."
        ),
        columns=[_("Working hours"), _("Inquiries"), _("Share of those reached")],
        rows=[
            [
                Cell(labels[key]),
                Cell(count, key),
                Cell(share(count, len(known)) if key != "none" else "—"),
            ]
            for key, count in counts.items()
        ],
        bars=scaled([Bar(labels[key], count, key) for key, count in counts.items()]),
        facts=[
            (_("p50, working hours"), figure(percentile(known, 0.5)), ""),
            (_("p90, working hours"), figure(percentile(known, 0.9)), ""),
            (_("Reached so far"), share(len(known), len(hours)), "reached"),
            (_("Not reached yet"), share(counts["none"], len(hours)), "none"),
        ],
    )


def marked(scope: Scope, mark: str):
    if mark not in (*BUCKETS, "none", "reached"):
        return None
    hours = _hours(scope)
    keys = [
        pk
        for pk, one in hours.items()
        if (one is not None if mark == "reached" else _bucket(one) == mark)
    ]
    return scope.counted().filter(pk__in=keys)
