"""The chain, one function an arrow: open_inquiry, take_call, release, match, route, send_pack;
and of a call: hear, fold_call, settle_call.

Accepting is one transaction; only after it commits may anyone say "accepted". What Celery does next
is rung for here and found again by the sweep. May import leads.models, the doorbell and what lies
below. Tests: tests/leads/, a file for each arrow.
"""

from .accepting import (
    Asked,
    KeyReused,
    Person,
    open_inquiry,
    suggestion,
    take_call,
)
from .answering import plan_pack, send_pack
from .appealing import extend_appeal, forward_appeal
from .batches import do_to_many
from .calls import fold_at_once, fold_call, hear, settle_call
from .dialling import dial
from .links import send_link
from .matching import change_need, match, match_many
from .owing import release
from .routing import anyone_free, preview, route
from .triage import accept
from .undoing import undo, undo_batch, undoable

__all__ = [
    "Asked",
    "KeyReused",
    "Person",
    "accept",
    "anyone_free",
    "change_need",
    "dial",
    "do_to_many",
    "extend_appeal",
    "fold_at_once",
    "fold_call",
    "forward_appeal",
    "hear",
    "match",
    "match_many",
    "open_inquiry",
    "plan_pack",
    "preview",
    "release",
    "route",
    "send_link",
    "send_pack",
    "settle_call",
    "suggestion",
    "take_call",
    "undo",
    "undo_batch",
    "undoable",
]
