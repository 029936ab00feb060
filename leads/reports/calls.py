"""Calls: inbound calls within the period by weekday and hour of their beginning, Moscow time.

Missed are the calls at which nobody of ours talked with the caller, as the exchange saw it
(missed, given up, out of hours, voicemail, busy, failed), and those that an operator noted as cut
off. A call that still goes on is not counted yet, nor is one about a test, spam, quarantined,
duplicate or erased inquiry; one without an inquiry counts. A manager reads the calls he took and
those about his inquiries. Each mark leads to the calls themselves with their inquiries.
"""

from django.db.models import Count, Q
from django.db.models.functions import ExtractHour, ExtractIsoWeekDay
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import Call, Inquiry
from leads.models.call import UNHEARD

from .report import AXIS, STEP, Cell, Report, Square, share
from .scope import EXCLUDED, Scope

KEY = "calls"
NAME = gettext_lazy("Calls")
MISSED = Q(disposition__in=UNHEARD) | Q(outcome=Call.Outcome.DROPPED)


def _calls(scope: Scope):
    rows = (
        Call.objects.ended()
        .filter(
            direction=Call.Direction.INBOUND,
            started_at__gte=scope.start,
            started_at__lt=scope.passed(),
        )
        .exclude(inquiry__disposition__in=EXCLUDED)
    )
    seen = Q(inquiry=None) | Q(inquiry__in=Inquiry.objects.visible_to(scope.user))
    rows = rows.filter(seen)
    if scope.own_only:
        rows = rows.filter(Q(operator=scope.user) | Q(inquiry__officer__user=scope.user))
    if scope.channel:
        rows = rows.filter(inquiry__channel=scope.channel)
    if scope.officer:
        rows = rows.filter(inquiry__officer=scope.officer)
    return rows.annotate(day=ExtractIsoWeekDay("started_at"), hour=ExtractHour("started_at"))


def _hours(cells) -> range:
    """Those to draw: the office's, and whichever else have a call."""
    found = [hour for _day, hour in cells]
    return range(min([9, *found]), max([17, *found]) + 1)


def _axis(hours: range) -> list[tuple[int, int, str]]:
    across = [(AXIS + n * STEP + 6, AXIS - 16, f"{hour:02}") for n, hour in enumerate(hours)]
    return across + [(0, AXIS + 10 + day * STEP, str(WEEKDAYS_ABBR[day])) for day in range(7)]


def read(scope: Scope) -> Report:
    counted = _calls(scope).order_by().values("day", "hour")
    counted = counted.annotate(n=Count("pk"), missed=Count("pk", filter=MISSED))
    cells = {(row["day"], row["hour"]): (row["n"], row["missed"]) for row in counted}
    n, missed = (sum(pair[place] for pair in cells.values()) for place in (0, 1))
    fullest = max((pair[0] for pair in cells.values()), default=0)
    squares, rows, hours = [], [], _hours(cells)
    for (day, hour), (calls, lost) in sorted(cells.items()):
        name, mark = str(WEEKDAYS[day - 1]), f"{day}-{hour}"
        when = _("%(day)s, %(hour)s:00") % {"day": name, "hour": hour}
        label = _("%(when)s: calls %(calls)s, missed %(missed)s") % {
            "when": when,
            "calls": calls,
            "missed": lost,
        }
        tone = -(-5 * calls // fullest)
        squares.append(Square(hour - hours[0], day - 1, calls, lost, tone, mark, label))
        rows.append([Cell(when), Cell(calls, mark), Cell(lost, f"{mark}-missed")])
    title = _("Calls that came in: %(calls)s, missed or cut off: %(share)s")
    return Report(
        key=KEY,
        name=str(NAME),
        title=title % {"calls": n, "share": share(missed, n)} if n else _("No call came in"),
        definition=_(
            "Inbound calls by weekday and hour of their beginning, Moscow time. Missed: nobody of "
            "ours talked with the caller, or the call was cut off; their share is the red line. "
            "Each mark leads to the calls with their inquiries."
        ),
        columns=[_("When"), _("Calls"), _("Missed calls")],
        rows=rows,
        squares=squares,
        axis=_axis(hours),
        grid_width=AXIS + len(hours) * STEP,
        facts=[
            (_("All calls"), str(n), "all"),
            (_("Missed or cut off"), str(missed), "all-missed"),
        ],
    )


def marked(scope: Scope, mark: str):
    where, missed = mark.removesuffix("-missed"), mark.endswith("-missed")
    rows = _calls(scope).filter(MISSED) if missed else _calls(scope)
    if where == "all":
        return rows
    day, dash, hour = where.partition("-")
    if not (dash and day in "1234567" and len(day) == 1 and hour.isdecimal() and len(hour) < 3):
        return None
    return rows.filter(day=int(day), hour=int(hour))
