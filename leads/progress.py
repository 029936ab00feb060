"""Progress: whether sweeps end and nothing owed is left lying, by the database's clock."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models.functions import Now

from leads.models import STANDSTILL, Heartbeat, MailboxState
from leads.owed import everything_owed


@dataclass(frozen=True)
class Progress:
    """`lines` are for a monitor: plain words and counts."""

    ok: bool
    lines: list[str]


# So long a mail server may be away before a monitor is told.
MAILBOX_AWAY = timedelta(minutes=10)


def _silent_mailbox(at) -> list[str]:
    state = MailboxState.objects.filter(failing_since__lt=at - MAILBOX_AWAY).first()
    if state is None:
        return []
    minutes = (at - state.failing_since).total_seconds() / 60
    return [f"leads.collect: the mailbox has not answered for {minutes:.0f} min ({state.error})"]


def read_progress() -> Progress:
    """What stands still, if anything; one statement a kind of work."""
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
    lines += _silent_mailbox(last.now)
    return Progress(ok=not lines, lines=lines or [f"ok: {swept}"])
