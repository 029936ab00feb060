"""Workload: open live inquiries of each officer by stage as they stand now, and the overdue ones.

Overdue is an inquiry whose earliest open step is past its due moment. The period changes nothing
here; channel and officer do. Only live inquiries in an open stage are counted, so test, spam,
quarantined, duplicate and erased ones never are. What has no officer is a line of its own.
"""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import OPEN_STAGES, Stage

from .report import Bar, Cell, Report, scaled, share
from .scope import Scope

KEY = "workload"
NAME = gettext_lazy("Workload")
# It stands as it stands today, whatever the period.
OF_NOW = True
NOBODY = "nobody"
_WHO = ("officer", "officer__user__first_name", "officer__user__last_name")


def read(scope: Scope) -> Report:
    counted = scope.counted().open().order_by().values(*_WHO, "officer__user__username", "stage")
    counted = counted.annotate(n=Count("pk"), late=Count("pk", filter=Q(next_due_at__lt=scope.at)))
    names, stages, late = {}, {}, {}
    for row in counted:
        who = str(row["officer"] or NOBODY)
        full = f"{row['officer__user__first_name'] or ''} {row['officer__user__last_name'] or ''}"
        names[who] = full.strip() or row["officer__user__username"] or _("Nobody")
        stages.setdefault(who, dict.fromkeys(OPEN_STAGES, 0))[row["stage"]] = row["n"]
        late[who] = late.get(who, 0) + row["late"]
    total = {who: sum(found.values()) for who, found in stages.items()}
    order = sorted(names, key=lambda who: (-total[who], names[who]))
    n, overdue = sum(total.values()), sum(late.values())
    title = _("Open inquiries: %(count)s, overdue: %(share)s")
    return Report(
        key=KEY,
        name=str(NAME),
        title=title % {"count": n, "share": share(overdue, n)} if n else _("Nothing is open"),
        definition=_(
            "Open inquiries of each officer by stage as they stand now, whatever the period. "
            "Overdue: the earliest open step is past its due moment."
        ),
        columns=[
            _("Officer"),
            *(str(Stage(one).label) for one in OPEN_STAGES),
            _("All"),
            _("Overdue"),
        ],
        rows=[
            [
                Cell(names[who]),
                *(Cell(stages[who][one], f"{who}-{one}") for one in OPEN_STAGES),
                Cell(total[who], f"{who}-all"),
                Cell(late[who], f"{who}-overdue"),
            ]
            for who in order
        ],
        bars=scaled(
            [
                Bar(
                    names[who],
                    total[who],
                    f"{who}-all",
                    part=late[who],
                    part_mark=f"{who}-overdue",
                    part_said=_("overdue %(n)s") % {"n": late[who]},
                )
                for who in order
            ]
        ),
    )


def marked(scope: Scope, mark: str):
    who, dash, what = mark.partition("-")
    if not dash or not (who == NOBODY or (who.isdecimal() and len(who) < 18)):
        return None
    rows = scope.counted().open().filter(officer=None if who == NOBODY else int(who))
    if what == "all":
        return rows
    if what == "overdue":
        return rows.filter(next_due_at__lt=scope.at)
    return rows.filter(stage=what) if what in OPEN_STAGES else None
