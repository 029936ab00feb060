"""The classes of the ledger in words: what each means, how many stand in it, and its rows."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.ledger.count import UNLOGGED
from leads.models import OPEN_STAGES, Call, Disposition, Inquiry, Stage

OPEN = gettext_lazy("Owed an answer: has an officer, or stands on the queue, and a next step")
MEANINGS = {
    "live/won": gettext_lazy("Answered and won: nothing is owed but the aftercare"),
    "live/lost": gettext_lazy("Answered and lost, with its reason"),
    "duplicate": gettext_lazy("The same inquiry stands elsewhere and is answered there"),
    "withdrawn": gettext_lazy("The investor took it back"),
    "not_a_project": gettext_lazy("Answered as a question; no project behind it"),
    "quarantined": gettext_lazy("Held until somebody decides whether it is spam"),
    "spam": gettext_lazy("A person decided that it is spam"),
    "test": gettext_lazy("Sent to try the hotline; counts nowhere"),
    "erased": gettext_lazy("Personal data erased as the law demands; the count stays"),
    "history": gettext_lazy("Brought in from a file, won or lost before: nothing is owed"),
    "call/inquiry": gettext_lazy("Opened an inquiry, which holds the call"),
    "call/consultation": gettext_lazy("A question, which an inquiry holds"),
    "call/call_back": gettext_lazy("The caller is to be called back"),
    "call/off_topic": gettext_lazy("Not about investment: nothing is owed"),
    "call/dropped": gettext_lazy("Cut off before anything was said"),
    "call/unlogged": gettext_lazy("Known from the exchange, and not logged by anybody"),
}


@dataclass(frozen=True)
class Class:
    """`key` is live/<stage>, <disposition> or call/<outcome>, as the recount counts them."""

    key: str
    label: str
    meaning: str
    count: int


def classes(counted: dict[str, int]) -> dict[str, list[Class]]:
    """All that there are, empty ones too, and any that nobody knows; by group."""
    live = [(f"live/{stage}", stage.label, _meaning(f"live/{stage}", stage)) for stage in Stage]
    other = [
        (one.value, one.label, MEANINGS.get(one.value, ""))
        for one in Disposition
        if one != Disposition.LIVE
    ]
    calls = [
        (f"call/{one.value}", one.label, MEANINGS.get(f"call/{one.value}", ""))
        for one in Call.Outcome
    ]
    calls.append((f"call/{UNLOGGED}", _("Not logged"), MEANINGS[f"call/{UNLOGGED}"]))
    known = {key for key, *_rest in (*live, *other, *calls)}
    strange = [(key, key, _("No class of ours")) for key in sorted(set(counted) - known)]
    groups = {"live": live, "other": [*other, *strange], "calls": calls}
    return {
        group: [Class(key, str(label), str(said), counted.get(key, 0)) for key, label, said in rows]
        for group, rows in groups.items()
    }


def _meaning(key: str, stage) -> str:
    return OPEN if stage in OPEN_STAGES else MEANINGS[key]


def rows_of(key: str) -> QuerySet | None:
    """The inquiries or calls of a class; None where there is no such class."""
    kind, _slash, rest = key.partition("/")
    if key == f"call/{UNLOGGED}":
        return Call.objects.filter(outcome="")
    if kind == "call" and rest in Call.Outcome.values:
        return Call.objects.filter(outcome=rest)
    if kind == "live" and rest in Stage.values:
        return Inquiry.objects.live().filter(stage=rest)
    if key in Disposition.values and key != Disposition.LIVE:
        return Inquiry.objects.filter(disposition=key)
    return None
