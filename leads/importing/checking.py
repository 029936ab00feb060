"""What would come of a file, before anything is brought in: the first lines, counts and faults."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from leads.models import ImportRun, Officer

from .files import stored
from .known import known_of, marks
from .lines import Line, Wrong, line_of

# A whole large file would keep the page waiting; each line is checked again as it is brought in.
CHECKED_AT_MOST = 2000
SHOWN = 8
FAULTS_AT_MOST = 50


@dataclass
class Check:
    checked: int = 0
    first: list[tuple[int, list[str]]] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)
    # (line, reason, whose name) of those who are known, or may be.
    known: list[tuple[int, str, str]] = field(default_factory=list)
    strangers: set[str] = field(default_factory=set)


def check(run: ImportRun, *, at) -> Check:
    found, lines = Check(), []
    with run.open() as file:
        for number, cells in islice(stored(file), CHECKED_AT_MOST):
            found.checked += 1
            if len(found.first) < SHOWN:
                found.first.append((number, cells))
            try:
                lines.append(line_of(run.kind, number, cells, run.mapping, at=at))
            except Wrong as wrong:
                found.counts["refused"] += 1
                if len(found.faults) < FAULTS_AT_MOST:
                    found.faults.append((number, wrong.field, wrong.code))
    _compare(found, lines, run)
    return found


def _compare(found: Check, lines: list[Line], run: ImportRun) -> None:
    known, officers = known_of(lines, names=True), officers_by_name()
    seen: set[tuple[str, str]] = set()
    for line in lines:
        contact, reason = known.of(line)
        alike = contact is None and known.name_alike(line)
        if not contact and any(mark in seen for mark in marks(line)):
            found.counts["again"] += 1
        elif contact or alike:
            found.counts["known" if contact else "alike"] += 1
            if len(found.known) < FAULTS_AT_MOST:
                name = contact.investor.name or contact.name if contact else line.company
                found.known.append((line.number, reason or "company", name))
        seen.update(marks(line))
        if run.kind == ImportRun.Kind.INQUIRIES:
            found.counts["history" if line.is_history else "live"] += 1
            if line.officer and line.officer.lower() not in officers:
                found.strangers.add(line.officer)
    found.counts["good"] = len(lines)


def officers_by_name() -> dict[str, int]:
    """Keys of those at work by login, address, name and name turned round, in small letters."""
    rows = Officer.objects.at_work().select_related("user")
    found: dict[str, int] = {}
    for officer in rows.order_by("-pk"):
        user = officer.user
        turned = f"{user.last_name} {user.first_name}".strip()
        for one in (user.username, user.email, user.get_full_name(), turned):
            found[one.lower()] = officer.pk
    found.pop("", None)
    return found
