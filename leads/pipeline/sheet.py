"""The first of a queue of new inquiries, with all that its triage looks at."""

from dataclasses import dataclass

from leads.models import Inquiry, Match
from leads.need_words import Fact, facts
from leads.phones import format_phone

from .dossier import with_circle
from .names import names

CANDIDATES = 5
IN_FRONT = 3


@dataclass(frozen=True)
class Sheet:
    inquiry: Inquiry
    masked: bool
    phones: list[str]
    facts: list[Fact]
    # Whom one of its numbers or addresses belongs to, too: the nearest first.
    candidates: list[Inquiry]
    parks: list[Match]


def sheet_of(user, queue, *, at) -> Sheet | None:
    """None when nothing waits; four statements."""
    inquiry = with_circle(queue).first()
    if inquiry is None:
        return None
    masked = inquiry.masked_for(user)
    return Sheet(
        inquiry=inquiry,
        masked=masked,
        phones=[format_phone(one) for one in inquiry.phones if one],
        facts=facts(inquiry.need.figures(), names()),
        candidates=[] if masked else _candidates(user, inquiry),
        parks=list(Match.objects.current(inquiry, Match.Place.PARK)[:IN_FRONT]),
    )


def _candidates(user, inquiry) -> list[Inquiry]:
    """Of the same people; a secret one is left out, since its place here would tell whose it is."""
    others = Inquiry.objects.visible_to(user).of_same_people(inquiry)
    others = others.select_related("investor", "contact", "officer")[: 2 * CANDIDATES]
    return [other for other in others if not other.masked_for(user)][:CANDIDATES]
