"""The chain, one function an arrow: open_inquiry, take_call, match, route.

Accepting is one transaction; only after it commits may anyone say "accepted". What Celery does next
is rung for here and found again by the sweep. May import leads.models, the doorbell and what lies
below. Tests: tests/leads/, a file for each arrow.
"""

from .accepting import Asked, Person, open_inquiry, suggestion, take_call
from .batches import do_to_many
from .matching import change_need, match, match_many
from .routing import anyone_free, preview, route
from .triage import accept
from .undoing import undo, undo_batch, undoable

__all__ = [
    "Asked",
    "Person",
    "accept",
    "anyone_free",
    "change_need",
    "do_to_many",
    "match",
    "match_many",
    "open_inquiry",
    "preview",
    "route",
    "suggestion",
    "take_call",
    "undo",
    "undo_batch",
    "undoable",
]
