"""Calls that came in vain, and what is owed for them."""

from leads import flow
from leads.models import CallBack
from leads.telephony.exchange.providers import generic
from tests.telephony.signing import SECRET, signed_hook
from tests.world import AT


def tell(call_id, *events, at=AT, **fields):
    """Events of one call as the exchange would tell them; the call."""
    common = {"callId": call_id, "from": "79181234567", "to": "78612517764", "direction": "in"}
    for event in events:
        hook = signed_hook(common | fields | event, at)
        flow.hear("generic", generic.read(hook, [SECRET], at), at=at)
    return flow.fold_call("generic", call_id, at=at)


RINGS = {"event": "newCall", "user": ["101"]}
ENDS = {"event": "hangup", "cause": "noAnswer"}


def missed(call_id="1", **fields) -> CallBack:
    return tell(call_id, RINGS, ENDS, **fields).call_back
