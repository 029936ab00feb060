"""The ledger: recounts what was accepted against what is owed, from disposition and stage.

A check is one statement and names what differs; it reads, whoever asks, and only `keep_recount`
stores what was found. What a constraint of the database refuses is mostly not counted again. May
import leads.models and the doorbell. Tests: tests/leads/.
"""

from . import (
    appeals,
    calls,
    clocks,
    digests,
    drafts,
    history,
    imports,
    inquiries,
    investor,
    letters,
    mails,
    matches,
    referrals,
    routing,
    steps,
)
from .count import Count, ask_for_recount, by_class, keep_recount, recount

__all__ = [
    "Count",
    "appeals",
    "ask_for_recount",
    "by_class",
    "calls",
    "clocks",
    "digests",
    "drafts",
    "history",
    "imports",
    "inquiries",
    "investor",
    "keep_recount",
    "letters",
    "mails",
    "matches",
    "recount",
    "referrals",
    "routing",
    "steps",
]
