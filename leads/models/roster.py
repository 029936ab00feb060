"""The roster: every officer as he stands, who takes an inquiry, and why the others do not."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from django.utils import timezone

from .calendar import Timetable
from .leave import Leave
from .officer import Officer

# An inquiry of an investor whom somebody knows goes to him, whatever the rules say.
KNOWN = "known"


@dataclass(frozen=True)
class Wanted:
    """What routing asks of an inquiry; `known_to` is the officer of this investor's last one."""

    industries: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    capex_mln_rub: float | None = None
    language: str = "ru"
    known_to: int | None = None


@dataclass
class Decision:
    """One officer or nobody; every candidate with the reason he lost ("" for the winner)."""

    officer: Officer | None = None
    rule: object | None = None
    candidates: list[dict] = field(default_factory=list)


class Roster:
    """Loads move as officers are given inquiries: `give` counts here what is stored elsewhere."""

    def __init__(self, officers: Iterable[Officer], timetable: Timetable, leaves: Iterable[Leave]):
        self.officers = {officer.pk: officer for officer in officers}
        self.timetable = timetable
        self.leaves: dict[int, list[Leave]] = {}
        for leave in leaves:
            self.leaves.setdefault(leave.officer_id, []).append(leave)

    @classmethod
    def read(cls, *, at: datetime) -> "Roster":
        """As of now, with the leaves from `at` on; five statements whatever the number."""
        leaves = Leave.objects.not_over(timezone.localdate(at))
        return cls(Officer.objects.for_routing(), Timetable.read(), leaves)

    def copy(self) -> "Roster":
        """Loads that move apart from these."""
        return Roster(
            map(copy, self.officers.values()), self.timetable, chain(*self.leaves.values())
        )

    def on_leave(self, pk: int, at: datetime) -> Leave | None:
        day = timezone.localdate(at)
        rows = self.leaves.get(pk, ())
        return next((one for one in rows if one.first_on <= day <= one.last_on), None)

    def substitute(self, pk: int, at: datetime) -> int | None:
        """Who answers for him while he is away; a substitute away himself has his own."""
        seen = {pk}
        while leave := self.on_leave(pk, at):
            pk = leave.substitute_id
            if pk is None or pk in seen or pk not in self.officers:
                return None
            seen.add(pk)
        return pk if len(seen) > 1 else None

    def works(self, officer: Officer, at: datetime) -> bool:
        return self.timetable.of(officer).is_open(at)

    def next_shift(self, officer: Officer, at: datetime) -> datetime:
        """When he begins next, leave or not; `at` itself while he works."""
        return self.timetable.of(officer).next_opening(at)

    def anyone_free(self, at: datetime) -> bool:
        """Whether anybody could take anything at this moment."""
        return not all(self.occupied(one, at) for one in self.officers.values())

    def occupied(self, officer: Officer, at: datetime) -> str:
        """Why he can take nothing at all, or ""; the shift comes last: he would, in his hours."""
        if not officer.on_duty or not officer.user.is_active:
            return "off_duty"
        if officer.load >= officer.capacity:
            return "at_capacity"
        if self.on_leave(officer.pk, at):
            return "on_leave"
        return "" if self.works(officer, at) else "off_shift"

    def barred(self, officer: Officer, wanted: Wanted, at: datetime, *, for_whom=()) -> str:
        """Why this officer cannot take it, or "".

        A substitute also answers for the industries and districts of those he stands in for.
        """
        circle = [officer, *(self.officers[pk] for pk in for_whom)]
        occupied = self.occupied(officer, at)
        if occupied == "off_duty":
            return occupied
        if wanted.language not in officer.languages:
            return "language"
        if not any(_within(one.industry_keys, wanted.industries) for one in circle):
            return "industry"
        if not any(_within(one.district_keys, wanted.districts) for one in circle):
            return "district"
        return occupied

    def decide(self, wanted: Wanted, rules: Iterable, *, at: datetime) -> Decision:
        """Whoever knows the investor; else the first fitting rule with a free officer; else anyone.

        Within a circle the least load counts, by share (load ÷ weight); of equals the longest idle
        wins, then the lower key. Those on leave have their substitutes in their place.
        """
        decision = Decision()
        circles = [(KNOWN, None, {wanted.known_to})] if wanted.known_to in self.officers else []
        circles += [("rule", rule, set(rule.officer_keys)) for rule in rules if rule.fits(wanted)]
        for step, rule, pool in [*circles, ("office", None, set(self.officers))]:
            winner, told = self._choose(pool, wanted, at)
            for one in told:
                one["rule"] = rule.pk if rule else None
                one |= {"known": True} if step == KNOWN else {}
            decision.candidates += told
            if winner is not None:
                decision.officer, decision.rule = winner, rule
                break
        return decision

    def _choose(self, pool: set[int], wanted: Wanted, at: datetime):
        stands_for: dict[int, list[int]] = {pk: [] for pk in sorted(pool) if pk in self.officers}
        for pk in list(stands_for):
            if (other := self.substitute(pk, at)) is not None:
                stands_for.setdefault(other, []).append(pk)
        told, free = [], []
        for pk, absent in stands_for.items():
            officer = self.officers[pk]
            one = {"officer": pk, "lost": self.barred(officer, wanted, at, for_whom=absent)}
            one |= {"for": absent} if absent and pk not in pool else {}
            told.append(one)
            if not one["lost"]:
                one["load"] = officer.load
                free.append((officer.load / officer.weight, _idle_since(officer), pk, one))
        free.sort(key=lambda row: row[:3])
        for share, _, _, one in free[1:]:
            one["lost"] = "assigned_later" if share == free[0][0] else "more_load"
        return (self.officers[free[0][2]] if free else None), told

    def give(self, officer: Officer, *, at: datetime) -> None:
        """One more is on him."""
        officer.load += 1
        officer.last_assigned_at = at


def _within(his: list[str], wanted: frozenset[str]) -> bool:
    return not his or not wanted or not wanted.isdisjoint(his)


def _idle_since(officer: Officer) -> float:
    return officer.last_assigned_at.timestamp() if officer.last_assigned_at else 0.0
