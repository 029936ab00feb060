"""The queue of those without an officer: how long each waits, and why nobody is free for it."""

from dataclasses import dataclass
from datetime import datetime

from leads.models import Inquiry, RoutingRule, with_wants
from leads.models.roster import Roster
from leads.models.routing import wanted

from .rerun import next_shift
from .routes import Step, steps

SHOWN = 50


@dataclass(frozen=True)
class Waiting:
    inquiry: Inquiry
    # When somebody who could take it begins; None when no shift will bring one.
    begins: datetime | None
    going: bool
    steps: list[Step]

    @property
    def alarm(self) -> bool:
        """Waiting for a person, not for the next shift or the next sweep."""
        return self.begins is None and not self.going


def waiting_line(user, names, *, at) -> list[Waiting]:
    """The oldest first, decided anew as of this moment; nothing is stored."""
    rows = with_wants(Inquiry.objects.visible_to(user).awaiting_route())
    rows = rows.select_related("need", "investor", "contact", "main_industry")[:SHOWN]
    roster, rules = Roster.read(at=at), list(RoutingRule.objects.deciding())
    by_key = {rule.pk: rule.name for rule in rules}
    line = []
    for inquiry in rows:
        inquiry.masked = inquiry.masked_for(user)
        decision = roster.decide(wanted(inquiry), rules, at=at)
        line.append(_waiting(inquiry, decision, roster, by_key, names, at))
    return line


def _waiting(inquiry, decision, roster, by_key, names, at) -> Waiting:
    return Waiting(
        inquiry=inquiry,
        begins=None if decision.officer else next_shift(roster, decision, at),
        going=decision.officer is not None,
        steps=steps(decision.candidates, by_key, names),
    )
