"""Offers: inquiries of the period with places proposed, accepted and refused by the last word.

Proposed is an inquiry with at least one place laid out for it, fitting or nearest; places that a
machine found again and nobody has looked at are not yet. Accepted is one of whose places the last
word in the history is that it was accepted, refused likewise, by the reason of that word; an
inquiry may be both, and stands with each of its reasons once. Counted are the inquiries that came
in within the period, without test, spam, quarantined, duplicate and erased ones.
"""

from collections import defaultdict

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.models import Activity, Match

from .report import NONE, Bar, Cell, Report, scaled, share
from .scope import Scope

KEY = "offers"
NAME = gettext_lazy("Places proposed and accepted")
_WORDS = ("match_chosen", "match_refused", "match_reopened")


def _decided(scope: Scope) -> tuple[dict[str, set[int]], dict[str, int]]:
    """Inquiries by what stands of their places, and how many places each of it is."""
    proposed = Exists(Match.objects.filter(run__inquiry=OuterRef("pk")))
    inquiries = {"proposed": set(scope.cohort().filter(proposed).values_list("pk", flat=True))}
    said = Activity.objects.filter(
        inquiry__in=scope.cohort(), kind__in=_WORDS, at__lte=scope.at
    ).order_by("at", "pk")
    last = {}
    for pk, kind, place, why in said.values_list("inquiry", "kind", "data__place", "data__reason"):
        last[pk, place] = {"match_chosen": "accepted", "match_refused": why}.get(kind)
    found, places = defaultdict(set, inquiries), defaultdict(int)
    for (pk, _place), word in last.items():
        if word and pk in found["proposed"]:
            found[word].add(pk)
            places[word] += 1
    answered = found["accepted"].union(*(found[reason] for reason in Match.Reason.values))
    found["open"] = found["proposed"] - answered
    return found, places


def read(scope: Scope) -> Report:
    found, places = _decided(scope)
    labels = {"proposed": _("places proposed"), "accepted": _("a place accepted")}
    labels |= {
        reason.value: _("refused: %(why)s") % {"why": str(reason.label).lower()}
        for reason in Match.Reason
        if found[reason.value]
    }
    labels["open"] = _("nothing said yet")
    n, accepted = len(found["proposed"]), len(found["accepted"])
    title = _("Of the inquiries with places proposed, accepted: %(share)s")
    return Report(
        key=KEY,
        name=str(NAME),
        title=title % {"share": share(accepted, n)} if n else _("No places were proposed"),
        definition=_(
            "Inquiries of the period for which places were laid out, and what was last said of "
            "those places. An inquiry with several refusals stands with each of its reasons."
        ),
        columns=[_("Last word"), _("Inquiries"), _("Share"), _("Places")],
        rows=[
            [
                Cell(label),
                Cell(len(found[key]), key),
                Cell(share(len(found[key]), n)),
                Cell(NONE if key in ("proposed", "open") else places[key]),
            ]
            for key, label in labels.items()
        ],
        bars=scaled([Bar(label, len(found[key]), key) for key, label in labels.items()])
        if n
        else [],
    )


def marked(scope: Scope, mark: str):
    if mark not in ("proposed", "accepted", "open", *Match.Reason.values):
        return None
    return scope.counted().filter(pk__in=list(_decided(scope)[0][mark]))
