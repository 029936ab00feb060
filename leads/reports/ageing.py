"""Age without a step: open live inquiries that nobody has promised anything, by days since opening.

As they stand now, whatever the period; days are whole days of 24 hours. Only live inquiries in an
open stage are counted, so test, spam, quarantined, duplicate and erased ones never are. The house
promises that there are none.
"""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .report import Bar, Cell, Report, scaled
from .scope import Scope

KEY = "ageing"
NAME = gettext_lazy("Age without a next step")
# It stands as it stands today, whatever the period.
OF_NOW = True
# From so many days up to so many.
AGES = {"0-2": (0, 2), "2-7": (2, 7), "7-14": (7, 14), "14-30": (14, 30), "30-": (30, None)}


def _aged(scope: Scope, mark: str) -> Q:
    youngest, oldest = AGES[mark]
    aged = Q(opened_at__lte=scope.at - timedelta(days=youngest)) if youngest else Q()
    return aged & Q(opened_at__gt=scope.at - timedelta(days=oldest)) if oldest else aged


def read(scope: Scope) -> Report:
    counts = (
        scope.counted()
        .without_step()
        .aggregate(**{key: Count("pk", filter=_aged(scope, key)) for key in AGES})
    )
    labels = {
        "0-2": _("up to 2 days"),
        "2-7": _("2–7 days"),
        "7-14": _("7–14 days"),
        "14-30": _("14–30 days"),
        "30-": _("30 days and more"),
    }
    n = sum(counts.values())
    title = _("Open without a next step: %(count)s") % {"count": n}
    return Report(
        key=KEY,
        name=str(NAME),
        title=title if n else _("Every open inquiry has a next step"),
        definition=_(
            "Open inquiries without a next step by days since they came in, as they stand now, "
            "whatever the period."
        ),
        columns=[_("Age"), _("Inquiries")],
        rows=[[Cell(labels[key]), Cell(counts[key], key)] for key in AGES],
        bars=scaled([Bar(labels[key], counts[key], key) for key in AGES]) if n else [],
    )


def marked(scope: Scope, mark: str):
    if mark not in AGES:
        return None
    return scope.counted().without_step().filter(_aged(scope, mark))
