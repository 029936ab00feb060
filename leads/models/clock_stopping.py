"""What stops a clock: the word that was owed, said by a letter, a call or a conversation."""

from django.db import transaction

from .clock import Clock

_FIRST = ("answer", "first_contact")
_FULL = (*_FIRST, "substantive_reply")
# With the answer nothing is left to forward either.
_LAW = ("statutory", "forwarding")
# What was said, and the clocks of an inquiry that it stops.
SAID = {
    "call": _FIRST,
    "conversation": _FIRST,
    "full_answer": _FULL,
    # Letters that have gone, by kind.
    "received": ("answer",),
    "question": _FIRST,
    "delay": _FIRST,
    "shortlist": _FULL,
    "pack": _FULL,
    "result": (*_FULL, *_LAW),
    # An answer on paper to an appeal.
    "paper": (*_FULL, *_LAW),
}


def heard(inquiry, event: str, said: str = "", *, by=None, at) -> int:
    """The word was said: stop the clocks that counted to it; how many there were.

    `said` is the kind of a letter or what a conversation was, without it the event itself. The
    caller's verb tells of it in the history.
    """
    if event != "letter":
        # A letter may be the machine's own; one that a person wrote says so when it is sent.
        inquiry.contacted(at=at)
    kinds = SAID.get(said or event, ())
    clocks = Clock.objects.filter(inquiry=inquiry, referral=None, kind__in=kinds)
    return clocks.stop(event, by=by, at=at)


@transaction.atomic
def unheard(inquiry, stopped_at, *, event: str = "letter", at) -> None:
    """The word of that moment was none: what it had stopped runs on with what was left, unless
    another has been said since."""
    since = _said_since(inquiry, stopped_at)
    stopped = Clock.objects.filter(inquiry=inquiry, stop_event=event, stopped_at=stopped_at)
    for clock in stopped.exclude(kind__in=since).without_newer().select_for_update():
        clock.run_on(at=at)


def _said_since(inquiry, moment) -> set[str]:
    """The clocks that a word said after that moment has stopped, or would have."""
    rows = inquiry.activities.filter(at__gt=moment, kind__in=["spoken", "called", "letter_sent"])
    kinds: set[str] = set()
    for row in rows:
        said = {
            "spoken": "full_answer" if row.data.get("full_answer") else "conversation",
            "called": "call" if "call" in row.data else "",
            "letter_sent": row.data.get("letter", ""),
        }
        kinds |= set(SAID.get(said[row.kind], ()))
    return kinds
