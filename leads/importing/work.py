"""The work on a run: a chunk of lines in each transaction, for some seconds, then the next ring.

Whoever is killed loses his chunk alone: the lines dealt with and how many there were are written
together. Two at once take turns: the row of the run is locked, and the second one leaves.
"""

from collections.abc import Callable
from itertools import islice
from time import monotonic

from django.db import transaction

from leads.models import ImportRow, ImportRun

from .bringing import bring
from .files import stored
from .lines import Wrong, line_of
from .undoing import take_back

CHUNK = 250
# Well within the time limit of a task, and of a sweep that does this beside the rest.
SECONDS = 8.0


def work(run: ImportRun, *, now: Callable) -> bool:
    """Go on with it; whether more is to be done."""
    ends, more = monotonic() + SECONDS, True
    if run.state == ImportRun.State.UNDOING:
        while more and monotonic() < ends:
            more = _locked(run, ImportRun.State.UNDOING, take_back, now)
        return more
    with run.open() as file:
        lines = islice(stored(file), run.done, None)
        at_line = run.done
        while more and monotonic() < ends:
            found = list(islice(lines, CHUNK))
            more = _locked(run, ImportRun.State.RUNNING, _step(found, at_line), now)
            at_line += len(found)
    return more


def _locked(run: ImportRun, state: str, act: Callable, now: Callable) -> bool:
    """One chunk, while nobody else has the run; False when it is another's or over."""
    with transaction.atomic():
        rows = ImportRun.objects.select_for_update(of=("self",), skip_locked=True)
        held = rows.filter(pk=run.pk, state=state).select_related("by").first()
        return bool(held and act(held, at=now()))


def _step(found: list[tuple[int, list[str]]], at_line: int) -> Callable:
    def act(run: ImportRun, *, at) -> bool:
        if run.done != at_line:
            return False
        lines, refused = [], []
        for number, cells in found:
            try:
                lines.append(line_of(run.kind, number, cells, run.mapping, at=at))
            except Wrong as wrong:
                refused.append(_refused(run, number, wrong))
        ImportRow.objects.bulk_create([*refused, *bring(run, lines, at=at)])
        done = run.done + len(found)
        run.moved(done, at=at)
        return done < run.lines

    return act


def _refused(run: ImportRun, number: int, wrong: Wrong) -> ImportRow:
    told = {"field": wrong.field, "code": wrong.code}
    return ImportRow(run=run, line=number, outcome=ImportRow.Outcome.REFUSED, **told)
