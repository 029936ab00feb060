"""Several clocks of one inquiry at once, all of them by one statement."""

from datetime import timedelta

from .clock import Clock, subject_of


def start_first(inquiry, steps, *, acknowledged: bool, at) -> None:
    """Those of its first promises, and of the letter that says so if one is owed.

    Let in from quarantine a second time it keeps those that still run.
    """
    calendar, terms = Clock.measures()
    wanted = [(step.kind, step.due_at, step.rule) for step in steps]
    if acknowledged:
        term = terms[Clock.Kind.ANSWER]
        wanted.append((Clock.Kind.ANSWER, term.due(calendar, at), term.rule))
    _start(inquiry, wanted, calendar, terms, at=at)


def start_of_law(inquiry, kinds, *, at) -> None:
    """Those that the law counts from this moment on."""
    calendar, terms = Clock.measures()
    wanted = [(kind, terms[kind].due(calendar, at), terms[kind].rule) for kind in kinds]
    _start(inquiry, wanted, calendar, terms, at=at)


def _start(inquiry, wanted, calendar, terms, *, at) -> None:
    rows = [
        Clock(
            kind=kind,
            inquiry=inquiry,
            subject=subject_of(inquiry=inquiry),
            rule=rule,
            started_at=at,
            due_at=due_at,
            total=max(calendar.elapsed(at, due_at), timedelta(0)),
            next_at=due_at,
        )
        for kind, due_at, rule in wanted
    ]
    for row in rows:
        row.next_at = row.next_moment(calendar, terms, at=at)
    Clock.objects.bulk_create(rows, ignore_conflicts=True)
