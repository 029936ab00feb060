"""Who would have got what by other rules, for the last inquiries; nothing is stored."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from leads.models import Inquiry, RoutingRule, with_wants
from leads.models.roster import Decision, Roster
from leads.models.routing import wanted

CHOICES = (20, 50, 200)
# A night, a weekend, a shift that nobody fits: after so many it waits for a person.
SHIFTS_AWAITED = 4


@dataclass(frozen=True)
class Side:
    officer: str
    rule: str
    waited: bool


@dataclass(frozen=True)
class Trial:
    inquiry: Inquiry
    now: Side
    then: Side

    @property
    def differs(self) -> bool:
        return self.now.officer != self.then.officer


@dataclass(frozen=True)
class Share:
    officer: str
    now: int
    then: int


@dataclass(frozen=True)
class Rerun:
    trials: list[Trial]
    shares: list[Share]

    @property
    def changed(self) -> int:
        return sum(trial.differs for trial in self.trials)


def rerun(rule_set, names, *, last: int, at) -> Rerun:
    """Both sides start from the officers as they stand, without these inquiries, and give them out
    in the order in which they came, at the hours and leaves of then: only the rules differ."""
    inquiries = list(with_wants(Inquiry.objects.live()).order_by("-opened_at", "-pk")[:last])
    inquiries.reverse()
    began = inquiries[0].opened_at if inquiries else at
    roster = Roster.read(at=began)
    for inquiry in inquiries:
        if inquiry.officer_id in roster.officers and inquiry.is_open:
            roster.officers[inquiry.officer_id].load -= 1
    listed = RoutingRule.objects.listed().filter(active=True).with_keys()
    sides = [
        _played(inquiries, roster.copy(), list(rules), names)
        for rules in (RoutingRule.objects.deciding(), listed.filter(rule_set=rule_set))
    ]
    trials = [Trial(*row) for row in zip(inquiries, *sides, strict=True)]
    return Rerun(trials=trials[::-1], shares=_shares(trials))


def _played(inquiries, roster: Roster, rules, names) -> list[Side]:
    """One side: whom each went to, as the loads moved."""
    sides = []
    for inquiry in inquiries:
        asked = wanted(inquiry)
        decision, moment = first_decision(roster, rules, asked, inquiry.opened_at)
        if decision.officer:
            roster.give(decision.officer, at=moment)
        sides.append(
            Side(
                officer=names.officer(decision.officer.pk) if decision.officer else "",
                rule=decision.rule.name if decision.rule else "",
                waited=moment > inquiry.opened_at,
            )
        )
    return sides


def first_decision(roster: Roster, rules, asked, at: datetime) -> tuple[Decision, datetime]:
    """As the sweep would find it: refused for the hour alone, it waits for the next shift."""
    decision = roster.decide(asked, rules, at=at)
    for _shift in range(SHIFTS_AWAITED):
        begins = next_shift(roster, decision, at)
        if decision.officer or begins is None:
            break
        at = begins
        decision = roster.decide(asked, rules, at=at)
    return decision, at


def next_shift(roster: Roster, decision: Decision, at: datetime) -> datetime | None:
    """When the first of those begins who lost for being off their shift; None when nobody did."""
    off = {one["officer"] for one in decision.candidates if one["lost"] == "off_shift"}
    return min((roster.next_shift(roster.officers[pk], at) for pk in off), default=None)


def _shares(trials: list[Trial]) -> list[Share]:
    now, then = (Counter(getattr(one, side).officer for one in trials) for side in ("now", "then"))
    names = sorted(set(now) | set(then), key=lambda name: (not name, name.casefold()))
    return [Share(name, now[name], then[name]) for name in names]
