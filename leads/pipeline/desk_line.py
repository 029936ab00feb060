"""The officers at a glance: who works now, how loaded each is, until when one is away."""

from dataclasses import dataclass
from datetime import datetime

from leads.models import Leave, Officer
from leads.models.roster import Roster

from .forms.routing import LANGUAGES
from .routes import LOST


@dataclass(frozen=True)
class Desk:
    officer: Officer
    # What keeps him from new inquiries now, "" for nothing; and in words.
    occupied: str
    why: str
    begins: datetime | None
    leave: Leave | None
    substitute: str
    languages: list[str]
    industries: list[str]
    districts: list[str]
    team: str


def desk_line(names, *, at) -> list[Desk]:
    """Those who have not left, by name."""
    roster = Roster.read(at=at)
    rows = [_desk(one, roster, names, at) for one in roster.officers.values() if one.user.is_active]
    return sorted(rows, key=lambda desk: str(desk.officer).casefold())


def _desk(officer, roster: Roster, names, at) -> Desk:
    occupied = roster.occupied(officer, at)
    leave = roster.on_leave(officer.pk, at) or next(iter(roster.leaves.get(officer.pk, [])), None)
    return Desk(
        officer=officer,
        occupied=occupied,
        why=str(LOST[occupied]) if occupied else "",
        begins=roster.next_shift(officer, at) if occupied == "off_shift" else None,
        leave=leave,
        substitute=names.officer(leave.substitute_id) if leave else "",
        languages=[str(dict(LANGUAGES).get(code, code)) for code in officer.languages],
        industries=[str(names.name(key)) for key in officer.industry_keys],
        districts=[str(names.name(key)) for key in officer.district_keys],
        team=officer.schedule.name if officer.schedule else "",
    )
