"""The ledger: recounts what was accepted against what is owed, from disposition and stage.

A check is one statement and names what differs; it reads, whoever asks. What a constraint of the
database refuses is mostly not counted again. May import leads.models. Tests: tests/leads/.
"""

from . import calls, history, inquiries, letters, matches, routing, steps
from .count import Count, keep_recount, recount

__all__ = [
    "Count",
    "calls",
    "history",
    "inquiries",
    "keep_recount",
    "letters",
    "matches",
    "recount",
    "routing",
    "steps",
]
