"""Decline reasons: inquiries that stand lost and were closed within the period, by their reason.

An inquiry that was opened again is no decline. Whichever day it came in, the day of its closing
counts. Test, spam, quarantined, duplicate and erased inquiries are left out.
"""

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import LostReason, Stage

from .report import Bar, Cell, Report, scaled, share
from .scope import Scope

KEY = "declines"
NAME = gettext_lazy("Decline reasons")


def _lost(scope: Scope):
    return scope.counted().filter(
        stage=Stage.LOST, closed_at__gte=scope.start, closed_at__lt=scope.end
    )


def read(scope: Scope) -> Report:
    counted = _lost(scope).order_by().values("lost_reason").annotate(n=Count("pk"))
    found = sorted(((row["n"], row["lost_reason"]) for row in counted), key=lambda one: -one[0])
    n = sum(count for count, _reason in found)
    named = {key: str(LostReason(key).label) for _count, key in found}
    title = _("Lost: %(count)s; most often: %(reason)s (%(share)s)")
    said = (
        title
        % {
            "count": n,
            "reason": named[found[0][1]],
            "share": share(found[0][0], n),
        }
        if found
        else _("Nothing was lost")
    )
    return Report(
        key=KEY,
        name=str(NAME),
        title=said,
        definition=_(
            "Inquiries that stand lost and were closed within the period, by their reason. One "
            "that was opened again is no decline."
        ),
        columns=[_("Reason"), _("Inquiries"), _("Share")],
        rows=[[Cell(named[key]), Cell(c, key), Cell(share(c, n))] for c, key in found],
        bars=scaled([Bar(named[key], c, key, share(c, n)) for c, key in found]),
    )


def marked(scope: Scope, mark: str):
    return _lost(scope).filter(lost_reason=mark) if mark in LostReason.values else None
