"""Progress: whether sweeps end and nothing owed is left lying, by the database's clock."""

from dataclasses import dataclass

from django.db.models.functions import Now

from leads.models import STANDSTILL, Heartbeat
from leads.owed import everything_owed


@dataclass(frozen=True)
class Progress:
    """`lines` are for a monitor: plain words and counts."""

    ok: bool
    lines: list[str]


def read_progress() -> Progress:
    """What stands still, if anything; eight statements."""
    last = Heartbeat.objects.annotate(now=Now()).first()
    if last is None:
        return Progress(ok=False, lines=["no sweep has ever ended"])
    age = last.now - last.ended_at
    swept = f"the last sweep ended {age.total_seconds():.0f} s ago, by {last.by}"
    lines = [swept] if age > STANDSTILL else []
    for owed in everything_owed(last.now):
        late = owed.late(last.now)
        if count := late.count():
            seconds = owed.allowed.total_seconds()
            lines.append(f"{owed.task}: {count} waiting for more than {seconds:.0f} s")
    return Progress(ok=not lines, lines=lines or [f"ok: {swept}"])
