"""Self-audit: the five steps of handling an inquiry, each the share of inquiries it was kept for.

In the style of the World Bank's five-step system; the weights of its own score were never
published, so there is no score here. Reception: of the inquiries owed a letter of receipt, those
whose letter left within an hour. Screening: of all, those moved on from New. Processing: of the
projects, those with places laid out. Response: of those whose first contact has fallen due or is
done, those with it made or tried in time. Follow-up: of those with a later step that fell due,
those with none of them late. Counted are the inquiries that came in within the period, without
test, spam, quarantined, duplicate and erased ones.
"""

from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import Activity, FollowUp, Match, Message

from .late_contacts import LATE
from .report import Bar, Cell, Report, share
from .scope import Scope

KEY = "self-audit"
NAME = gettext_lazy("Self-audit")
ACKNOWLEDGED_WITHIN = timedelta(hours=1)


def _steps(scope: Scope) -> dict:
    """For each step the inquiries it is asked of, each with `kept`."""
    mine = Q(inquiry=OuterRef("pk"))
    letters = Message.objects.filter(mine, kind=Message.Kind.RECEIVED)
    soon = Q(sent_at__lte=OuterRef("opened_at") + ACKNOWLEDGED_WITHIN, state=Message.State.SENT)
    moved = Activity.objects.filter(mine, kind="advanced", at__lte=scope.at)
    places = Match.objects.filter(run__inquiry=OuterRef("pk"))
    ended_before = Q(outcome="closed", done_at__lte=F("due_at"))
    steps = FollowUp.objects.filter(mine).exclude(ended_before)
    past = Q(due_at__lt=scope.at)
    first = steps.filter(past | Q(done_at__isnull=False), kind="first_contact")
    later = steps.filter(past).exclude(kind="first_contact")
    all_of = scope.cohort()
    return {
        "reception": all_of.filter(Exists(letters)).annotate(kept=Exists(letters.filter(soon))),
        "screening": all_of.annotate(kept=Exists(moved)),
        "processing": all_of.filter(kind="project").annotate(kept=Exists(places)),
        "response": all_of.filter(Exists(first)).annotate(kept=~Exists(first.filter(LATE))),
        "follow-up": all_of.filter(Exists(later)).annotate(kept=~Exists(later.filter(LATE))),
    }


def read(scope: Scope) -> Report:
    names = {
        "reception": (_("Reception"), _("receipt confirmed within an hour")),
        "screening": (_("Screening"), _("looked at and moved on")),
        "processing": (_("Processing"), _("places laid out for the project")),
        "response": (_("Response"), _("first contact in time")),
        "follow-up": (_("Follow-up"), _("no later step late")),
    }
    rows, bars = [], []
    weakest = None
    for key, asked in _steps(scope).items():
        counts = asked.aggregate(n=Count("pk"), done=Count("pk", filter=Q(kept=True)))
        n, done = counts["n"], counts["done"]
        label, meaning = names[key]
        rows.append(
            [
                Cell(label),
                Cell(meaning),
                Cell(n, f"{key}-all"),
                Cell(done, f"{key}-kept"),
                Cell(n - done, f"{key}-missed"),
                Cell(share(done, n)),
            ]
        )
        width = round(100 * done / n, 2) if n else 0
        said = f"{meaning}: {share(done, n)}"
        bars.append(Bar(label, done, f"{key}-kept", said, width=width))
        if n and (weakest is None or done / n < weakest[0]):
            weakest = (done / n, label, share(done, n))
    title = _("The weakest of the five steps: %(step)s (%(share)s)")
    said = title % {"step": weakest[1], "share": weakest[2]} if weakest else ""
    return Report(
        key=KEY,
        name=str(NAME),
        title=said or _("Nothing to audit within the period"),
        definition=_(
            "In the style of the World Bank's five-step system: reception, screening, processing, "
            "response, follow-up. Shares of our own data; this is no GIPB score."
        ),
        columns=[
            _("Part"),
            _("What is asked"),
            _("Asked of"),
            _("Fulfilled"),
            _("Not fulfilled"),
            _("Share"),
        ],
        rows=rows,
        bars=bars,
    )


def marked(scope: Scope, mark: str):
    key, _dash, which = mark.rpartition("-")
    steps = _steps(scope)
    if key not in steps or which not in ("all", "kept", "missed"):
        return None
    return steps[key] if which == "all" else steps[key].filter(kept=which == "kept")
