"""Timers over clock changes: each fires once, never more than a second early, in the order due.

12 zones × 40 changes of their clocks × 50 steps promised for a wall-clock time around the change,
hours that never were and hours that came twice among them. The sweep's own question finds them, at
moments handed to it, while the database's session speaks the zone's time.
"""

import os
import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from leads.models import Activity, FollowUp
from tests.world import AT, make_inquiry, maria

# Real commits: what one long transaction has told already its every later sweep would pass again.
pytestmark = [pytest.mark.proof, pytest.mark.django_db(transaction=True)]
WHOLE = os.environ.get("PROVE") == "whole"
CHANGES, TIMERS = (40, 50) if WHOLE else (3, 5)
ZONES = (
    "Europe/Berlin",
    "America/Santiago",
    "Pacific/Chatham",
    "Asia/Almaty",
    "Europe/Moscow",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Tehran",
    "America/Sao_Paulo",
    "Asia/Amman",
    "Europe/London",
)
SWEEP = 15.0
NEAR = timedelta(hours=3)
SEED = int(os.environ.get("SEED", 20261124))


def changes(zone: ZoneInfo) -> list[datetime]:
    """The last moments, in UTC, from which its clocks stood otherwise; to the second."""
    found, day = [], datetime(1970, 1, 1, tzinfo=UTC)
    while day.year < 2031:
        tomorrow = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != tomorrow.astimezone(zone).utcoffset():
            before, after = day, tomorrow
            while after - before > timedelta(seconds=1):
                middle = before + (after - before) / 2
                same = middle.astimezone(zone).utcoffset() == day.astimezone(zone).utcoffset()
                before, after = (middle, after) if same else (before, middle)
            found.append(after.replace(microsecond=0))
        day = tomorrow
    return found[-CHANGES:]


def walls(change: datetime, zone: ZoneInfo, chance) -> list[datetime]:
    """Wall-clock times in an hour and a half around the change, both readings of those twice."""
    middle = change.astimezone(zone).replace(tzinfo=None)
    return [
        (middle + timedelta(seconds=chance.randint(-5400, 5400))).replace(
            tzinfo=zone, fold=chance.randint(0, 1)
        )
        for _ in range(TIMERS)
    ]


@pytest.fixture
def promise():
    inquiry, owner = make_inquiry(route_to=maria()), maria().officer
    # Nobody to write to: the letter of a reminder has its own proof.
    type(owner.user).objects.update(email="")
    FollowUp.objects.all().delete()

    def many(dues):
        return FollowUp.objects.bulk_create(
            FollowUp(
                inquiry=inquiry, kind="step", owner=owner, due_at=due, rule="by_hand", opened_at=AT
            )
            for due in dues
        )

    return many


def told_at(at) -> list[int]:
    """What a sweep at this moment tells of late steps."""
    return FollowUp.objects.awaiting_reminder(at).remind(at=at)


def test_each_fires_once_and_never_early(promise, capsys):
    chance, told, early_by_wall_clock = random.Random(SEED), 0, 0
    worst_early = worst_late = timedelta(0)
    for name in ZONES:
        zone = ZoneInfo(name)
        moments = changes(zone)
        assert len(moments) == CHANGES, name
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('TimeZone', %s, false)", [name])
            cursor.execute("SET synchronous_commit = off")  # nobody dies in this proof
        # Every change of this zone by one statement: whoever fires early fires years before.
        wall = [one for change in moments for one in walls(change, zone, chance)]
        steps = {row.pk: row.due_at for row in promise(one.astimezone(UTC) for one in wall)}
        ticks = [due - timedelta(seconds=0.5) for due in steps.values()]
        pauses = (timedelta(seconds=chance.uniform(0.01, SWEEP)) for _ in steps)
        ticks += [due + pause for due, pause in zip(steps.values(), pauses, strict=True)]
        fired = []
        for tick in sorted(ticks):
            keys = told_at(tick)
            fired += [(pk, tick) for pk in keys]
            # A second executor at once finds the same, and has nothing to tell.
            assert not keys or told_at(tick) == []
        assert sorted(pk for pk, _ in fired) == sorted(steps), name
        dues = [steps[pk] for pk, _ in fired]
        assert dues == sorted(dues), "in the order in which they fell due"
        worst_early = max(worst_early, *(steps[pk] - tick for pk, tick in fired))
        worst_late = max(worst_late, *(tick - steps[pk] for pk, tick in fired))
        for change in moments:
            near = [one for one in wall if abs(one.astimezone(UTC) - change) < NEAR]
            early_by_wall_clock += _early_by_wall_clock(
                near, sorted(tick for tick in ticks if abs(tick - change) < NEAR), zone
            )
        told += len(fired)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('TimeZone', 'UTC', false)")
        cursor.execute("RESET synchronous_commit")
    assert told == len(ZONES) * CHANGES * TIMERS
    assert Activity.objects.filter(kind="reminded").count() == told
    assert worst_early <= timedelta(seconds=1)
    assert worst_late <= timedelta(seconds=SWEEP)
    # The same harness sees it when the wall clock decides.
    assert early_by_wall_clock > 0
    early, late = worst_early.total_seconds(), worst_late.total_seconds()
    with capsys.disabled():
        print(
            f"\npromise: time cannot fool it: PASS {told:,} timers in {len(ZONES)} zones over "
            f"{len(ZONES) * CHANGES} changes; each once, at most {early:.1f} s early and "
            f"{late:.1f} s late; by the wall clock {early_by_wall_clock:,} would have been early "
            f"(seed {SEED})"
        )


def _early_by_wall_clock(wall, ticks, zone) -> int:
    """How many would fire more than a second early if wall clocks were compared."""
    early = 0
    for due in wall:
        naive = due.replace(tzinfo=None)
        first = next(
            (tick for tick in ticks if tick.astimezone(zone).replace(tzinfo=None) > naive), None
        )
        early += first is not None and due.astimezone(UTC) - first > timedelta(seconds=1)
    return early
