"""The recount: all checks, and how many stand where."""

import time
from dataclasses import dataclass, field

from django.db.models import Case, CharField, F, Value, When
from django.db.models import Count as Rows
from django.db.models.functions import Concat

from leads import doorbell
from leads.models import Call, Disposition, Inquiry, LedgerResult, Message

from .check import CHECKS

# Enough to act on; a difference in everything must not become a letter of megabytes.
IDS_AT_MOST = 1000
# The class of calls that the exchange told of and nobody logged.
UNLOGGED = "unlogged"


@dataclass(frozen=True)
class Count:
    """`classes` and `letters` are numbers by name; `differences` hold ids by kind, if any.

    A class is live/<stage>, <disposition> or call/<outcome>.
    """

    inquiries: int
    calls: int
    classes: dict[str, int]
    letters: dict[str, int]
    differences: dict[str, list[str]] = field(default_factory=dict)

    @property
    def difference(self) -> int:
        return sum(map(len, self.differences.values()))

    @staticmethod
    def meaning(kind: str) -> str:
        return CHECKS[kind][0].__doc__.partition("\n")[0].rstrip(".")


def recount(at) -> Count:
    """Everything as it stands at this moment; only reads."""
    found = {}
    for kind, (question, prefix) in CHECKS.items():
        ids = sorted({f"{prefix}{row}" for row in question(at)[:IDS_AT_MOST]})
        if ids:
            found[kind] = ids
    return Count(
        inquiries=Inquiry.objects.count(),
        calls=Call.objects.count(),
        classes=by_class(),
        letters=_by(
            Message.objects.filter(kind=Message.Kind.RECEIVED).annotate(of=F("state")),
        ),
        differences=found,
    )


def ask_for_recount() -> None:
    """Have a worker recount soon: all the checks take seconds where inquiries are many."""
    doorbell.ring("leads.ledger", 0)


def by_class() -> dict[str, int]:
    """How many stand in each class at this moment; two statements."""
    outcome = Case(When(outcome="", then=Value(UNLOGGED)), default=F("outcome"))
    calls = Call.objects.annotate(of=Concat(Value("call/"), outcome))
    return _by(Inquiry.objects.annotate(of=_class_of())) | _by(calls)


def keep_recount(at) -> LedgerResult:
    """Recount, and keep what was found."""
    began = time.monotonic()
    count = recount(at)
    took_ms = round((time.monotonic() - began) * 1000)
    return LedgerResult.keep(count, at=at, took_ms=took_ms)


def _class_of() -> Case:
    """The one class of an inquiry: live in its stage, else why it is not live."""
    return Case(
        When(disposition=Disposition.LIVE, then=Concat(Value("live/"), "stage")),
        default=F("disposition"),
        output_field=CharField(),
    )


def _by(rows) -> dict[str, int]:
    return dict(
        rows.values("of").annotate(rows=Rows("pk")).values_list("of", "rows").order_by("of")
    )
