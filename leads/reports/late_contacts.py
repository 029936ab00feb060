"""Late first contacts: of those that fell due in a week, the share that nobody made in time.

In time is a first contact made, or tried, by its due moment; late is one made later or not at
all. Weeks begin on Monday in Moscow; a promise due after now is neither. One that ended with its
inquiry before it fell due is left out. Inquiries are counted, test, spam, quarantined, duplicate
and erased ones never. What is late now stands there whatever the period: open inquiries, the
oldest first.
"""

from datetime import date, datetime, time, timedelta

from django.db.models import Count, F, Min, Q
from django.db.models.functions import TruncWeek
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import FollowUp

from .report import Bar, Cell, Report, scaled, share
from .scope import Scope

KEY = "late-contacts"
NAME = gettext_lazy("Late first contacts")
LISTED = 20
LATE = Q(done_at=None) | Q(done_at__gt=F("due_at"))


def promises(scope: Scope):
    """First contacts that fell due within the period, each with the Monday of its week."""
    rows = FollowUp.objects.filter(
        inquiry__in=scope.counted(),
        kind="first_contact",
        due_at__gte=scope.start,
        due_at__lt=scope.passed(),
    )
    ended_before = Q(outcome="closed", done_at__lte=F("due_at"))
    return rows.exclude(ended_before).annotate(week=TruncWeek("due_at"))


def _late_now(scope: Scope):
    late = FollowUp.objects.overdue(scope.at).filter(kind="first_contact")
    return scope.counted().open().filter(follow_ups__in=late)


def _weeks(scope: Scope) -> list[date]:
    first, last = timezone.localdate(scope.start), timezone.localdate(scope.passed())
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(weeks=n) for n in range(max((last - monday).days // 7 + 1, 0))]


def read(scope: Scope) -> Report:
    counted = (
        promises(scope)
        .order_by()
        .values("week")
        .annotate(
            n=Count("inquiry", distinct=True), late=Count("inquiry", distinct=True, filter=LATE)
        )
    )
    by_week = {timezone.localdate(row["week"]): (row["n"], row["late"]) for row in counted}
    bars, rows = [], []
    for week in _weeks(scope):
        n, late = by_week.get(week, (0, 0))
        label, mark = date_format(week, "SHORT_DATE_FORMAT"), week.isoformat()
        bars.append(
            Bar(label, n, mark, part=late, part_mark=f"{mark}-late", part_said=share(late, n))
        )
        rows.append([Cell(label), Cell(n, mark), Cell(late, f"{mark}-late"), Cell(share(late, n))])
    n, late = (sum(pair[place] for pair in by_week.values()) for place in (0, 1))
    now = _late_now(scope).distinct().count()
    title = _("Late first contacts: %(share)s; late right now: %(now)s")
    return Report(
        key=KEY,
        name=str(NAME),
        title=title % {"share": share(late, n), "now": now},
        definition=_(
            "Of the first contacts that fell due in a week, the share that was neither made nor "
            "tried by then. A contact that ended with its inquiry before it fell due is left out. "
            "What is late now is shown whatever the period."
        ),
        columns=[_("Week from"), _("Fell due"), _("Late"), _("Share")],
        rows=rows,
        bars=scaled(bars),
        facts=[(_("Late right now"), str(now), "now")],
        late=_late_now(scope)
        .annotate(due=Min("follow_ups__due_at"))
        .order_by("due", "pk")
        .select_related("officer__user")[:LISTED],
    )


def marked(scope: Scope, mark: str):
    if mark == "now":
        return scope.counted().filter(pk__in=_late_now(scope).values("pk"))
    day, late = mark.removesuffix("-late"), mark.endswith("-late")
    monday = next((week for week in _weeks(scope) if week.isoformat() == day), None)
    if monday is None:
        return None
    begins, ends = (
        timezone.make_aware(datetime.combine(day, time()))
        for day in (monday, monday + timedelta(weeks=1))
    )
    rows = promises(scope).filter(due_at__gte=begins, due_at__lt=ends)
    rows = rows.filter(LATE) if late else rows
    return scope.counted().filter(pk__in=rows.values("inquiry"))
