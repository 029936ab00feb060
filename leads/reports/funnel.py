"""Funnel: of the inquiries that came in within the period, how many ever reached each stage.

Counted by events: a stage is reached when the history says that the inquiry was moved to it or to
a later one; moving back, or losing it afterwards, takes nothing away. Conversion is the share of
those that reached the stage before. Days are the median from reaching the stage before to
reaching this one, in calendar days; a stage that was leapt over has none. Test, spam,
quarantined, duplicate and erased inquiries are left out; stages are looked at up to now, also for
a period of the past.
"""

from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import Activity, Stage

from .report import NONE, Bar, Cell, Report, figure, scaled, share
from .scope import Scope

KEY = "funnel"
NAME = gettext_lazy("Funnel")
STEPS = [stage.value for stage in Stage if stage != Stage.LOST]
_DAY = 86400


def _reached(scope: Scope) -> dict[str, dict[int, tuple]]:
    """For each stage the inquiries that reached it: when, by which row, and where that led."""
    found: dict[str, dict[int, tuple]] = {stage: {} for stage in STEPS}
    found[Stage.NEW.value] = {
        pk: (at, None, Stage.NEW) for pk, at in scope.cohort().values_list("pk", "opened_at")
    }
    moves = Activity.objects.filter(
        inquiry__in=scope.cohort(), kind="advanced", at__lte=scope.at
    ).order_by("at", "pk")
    for pk, to, at, row in moves.values_list("inquiry", "data__to", "at", "pk"):
        if to in STEPS:
            for stage in STEPS[1 : STEPS.index(to) + 1]:
                found[stage].setdefault(pk, (at, row, to))
    return found


def read(scope: Scope) -> Report:
    reached = _reached(scope)
    bars, rows = [], []
    for before, stage in zip([None, *STEPS], STEPS, strict=False):
        there, label = reached[stage], str(Stage(stage).label)
        came = reached[before] if before else {}
        days = [
            (at - came[pk][0]).total_seconds() / _DAY
            for pk, (at, row, to) in there.items()
            if before and to == stage and came[pk][1] != row
        ]
        took = figure(median(days)) if days else NONE
        went_on = share(len(there), len(came)) if before else NONE
        said = _("%(share)s, %(days)s days") % {"share": went_on, "days": took} if before else ""
        bars.append(Bar(label, len(there), stage, said))
        rows.append([Cell(label), Cell(len(there), stage), Cell(went_on), Cell(took)])
    came, won = len(reached[Stage.NEW]), len(reached[Stage.WON])
    title = _("Inquiries that came in: %(came)s, won of them: %(won)s") % {"came": came, "won": won}
    return Report(
        key=KEY,
        name=str(NAME),
        title=title if came else _("No inquiry came in within the period"),
        definition=_(
            "Of the inquiries that came in within the period, how many ever reached each stage or "
            "a later one, by the history and not by where they stand today. Conversion is the "
            "share of those that reached the stage before; days are the median from the stage "
            "before to this one, without leaps."
        ),
        columns=[
            _("Stage"),
            _("Inquiries"),
            _("Conversion"),
            _("Median days from the stage before"),
        ],
        rows=rows,
        bars=scaled(bars),
        facts=[(_("Won of all that came in"), share(won, came), Stage.WON.value)],
        notes=[
            _(
                "For comparison, from inquiry to investment: 20 % is the best practice, 10 % the "
                "average, many are below 5 % (US agencies)."
            )
        ],
    )


def marked(scope: Scope, mark: str):
    if mark not in STEPS:
        return None
    return scope.counted().filter(pk__in=list(_reached(scope)[mark]))
