"""November 2026 as the reports are tried on it: a period, its inquiries, what a mark must do."""

from datetime import UTC, datetime, timedelta

from leads.models import Inquiry, Match, MatchRun
from leads.reports.scope import Scope
from tests.world import gleb, make_inquiry, make_park, olga

# Monday the 2nd to Sunday the 29th of November 2026, looked at on the last evening.
START = datetime(2026, 11, 1, 21, tzinfo=UTC)
END = START + timedelta(days=28)
NOW = END - timedelta(hours=1)


def moscow(day: int, hour: int = 10, minute: int = 0) -> datetime:
    """A moment of November 2026, by the clock of Moscow."""
    return datetime(2026, 11, day, hour - 3, minute, tzinfo=UTC)


def scope(user=None, **filters) -> Scope:
    return Scope(user or gleb(), NOW, START, END, **filters)


def inquiry(n: int, at=None, **fields) -> Inquiry:
    """The n-th, of a caller of his own; `fields` are written as they stand."""
    email = fields.pop("email", "")
    made = make_inquiry(
        at=at or moscow(10),
        by=olga(),
        phone=f"+7 918 100-00-{n:02}",
        company=f"Company {n}",
        email=email,
    )
    if fields:
        Inquiry.objects.filter(pk=made.pk).update(**fields)
        made.refresh_from_db()
    return made


def leave_out(start: int) -> None:
    """One of each kind that no figure may count."""
    for n, disposition in enumerate(["test", "spam", "quarantined", "duplicate", "erased"]):
        inquiry(start + n, disposition=disposition)


def rows(report) -> list[list]:
    """The table as plain figures."""
    return [[cell.value for cell in row] for row in report.rows]


def assert_marks_lead_to_their_counts(module, shown, asked) -> None:
    """Every figure, bar and fact that carries a mark counts what stands behind it."""
    marks = [(cell.mark, cell.value) for row in shown.rows for cell in row if cell.mark]
    marks += [(square.mark, square.count) for square in shown.squares]
    assert marks
    for mark, count in marks:
        behind = module.marked(asked, mark)
        assert behind.count() == count, mark
        assert len(set(behind.values_list("pk", flat=True))) == count, mark
    known = {mark for mark, _count in marks}
    for bar in shown.bars:
        assert bar.mark in known, bar.mark
        assert not bar.part_mark or bar.part_mark in known, bar.part_mark
    for _words, _said, mark in shown.facts:
        assert not mark or module.marked(asked, mark) is not None
    assert module.marked(asked, "no-such-mark") is None


def step(made, kind="first_contact", **fields) -> None:
    """Write a step of it as it stands."""
    assert made.follow_ups.filter(kind=kind).update(**fields) == 1


def propose(made, *parks: str) -> list[Match]:
    """These parks as the newest run laid them out."""
    run = MatchRun.objects.create(
        inquiry=made,
        need={},
        rules_version="t",
        registry_version=1,
        weights_version=1,
        made_at=made.opened_at,
    )
    found = [make_park(key) for key in parks]
    return [
        Match.objects.create(
            run=run,
            place="park",
            rank=rank,
            district=park.district,
            park=park,
            score=50,
            findings=[],
        )
        for rank, park in enumerate(found, 1)
    ]
