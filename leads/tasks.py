"""Celery tasks: a key in, one verb, stop. The sweep does the same for whatever a lost ring left."""

import logging
import time
from contextlib import contextmanager, suppress

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.db import Error, connection

from districts.land import current_land
from leads import flow, letters, mail, pack_pdf, packs, recordings
from leads.ledger import keep_recount
from leads.models import (
    AnswerPack,
    Call,
    CallEvent,
    Clock,
    FollowUp,
    Heartbeat,
    Inquiry,
    Message,
    PeerCount,
    Recording,
    Trouble,
)
from leads.owed import everything_owed

log = logging.getLogger(__name__)

# One kind takes so many, or so long, before the next has its turn; a sweep goes round until nothing
# is left, but must end well within the task's time limit.
BATCH = 200
TURN_S, SWEEP_S = 3.0, 35.0


def database_now():
    """The one clock that all machines share."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


@shared_task(name="leads.route")
def route(inquiry_id: int) -> None:
    for inquiry in Inquiry.objects.awaiting_route().filter(pk=inquiry_id):
        flow.route(inquiry, at=database_now())


@shared_task(name="leads.match")
def match(inquiry_id: int) -> None:
    for inquiry in Inquiry.objects.awaiting_match(current_land().version).filter(pk=inquiry_id):
        flow.match(inquiry, at=database_now())


@shared_task(name="leads.send")
def send(message_id: int) -> None:
    for message in Message.objects.due(database_now()).filter(pk=message_id):
        letters.deliver(message, at=database_now(), now=database_now)


@shared_task(name="leads.remind")
def remind(follow_up_id: int) -> None:
    for follow_up in FollowUp.objects.awaiting_reminder(database_now()).filter(pk=follow_up_id):
        follow_up.remind(at=database_now())


@shared_task(name="leads.take_in")
def take_in(mail_id: int) -> None:
    mail.take_in(mail_id, at=database_now())


@shared_task(name="leads.make_pack")
def make_pack(pack_id: int) -> None:
    rows = AnswerPack.objects.awaiting_making().select_related("inquiry__need", "made_by")
    for pack in rows.filter(pk=pack_id):
        content = packs.content(pack.inquiry, pack.language, at=database_now())
        pack.make(content, pack_pdf.draw(pack, content), at=database_now())


@shared_task(name="leads.tell")
def tell(clock_id: int) -> None:
    for clock in Clock.objects.due(database_now()).filter(pk=clock_id):
        clock.attend(at=database_now())


@shared_task(name="leads.attend")
def attend(clock_id: int) -> None:
    for clock in Clock.objects.at_odds(database_now()).filter(pk=clock_id):
        clock.attend(at=database_now())


@shared_task(name="leads.fold")
def fold(event_id: int) -> None:
    for event in CallEvent.objects.unfolded().filter(pk=event_id):
        flow.fold_call(event.provider, event.call_key, at=database_now())


@shared_task(name="leads.give_up")
def give_up(call_id: int) -> None:
    for call in Call.objects.silent(database_now()).filter(pk=call_id):
        if call.give_up(at=database_now()):
            flow.fold_call(call.provider, call.exchange_id, at=database_now())


@shared_task(name="leads.settle")
def settle(call_id: int) -> None:
    for call in Call.objects.ended().owing_call_back().filter(pk=call_id):
        flow.settle_call(call, at=database_now())


@shared_task(name="leads.fetch")
def fetch(recording_id: int) -> None:
    for recording in Recording.objects.due(database_now()).filter(pk=recording_id):
        recordings.keep(recording, now=database_now)


OF_CALLS = (fold, give_up, settle, fetch)
TASKS = {
    task.name: task
    for task in (route, match, remind, tell, attend, send, make_pack, take_in, *OF_CALLS)
}


@shared_task(name="leads.collect")
def collect() -> int:
    """Keep what lies in the hotline's mailbox, if it has one."""
    return mail.collect(now=database_now)


@shared_task(name="leads.sweep")
def sweep(by: str = Heartbeat.By.WORKER) -> dict[str, int]:
    """Find everything owed and do it; none, one or three sweeps at once are all right."""
    at = database_now()
    Message.objects.stuck(at).end_unknown(at)
    Trouble.objects.spent(at).set_aside(at)
    PeerCount.objects.prune(at)
    done = dict.fromkeys(TASKS, 0)
    # Whatever is left when the time is over waits for the next sweep.
    with suppress(SoftTimeLimitExceeded), _draining(by) as alone:
        _drain(done, ends=time.monotonic() + SWEEP_S if alone else 0.0)
    Heartbeat.beat(by=by, at=database_now())
    return done


def send_due() -> int:
    """The letters whose moment has come, by whoever may not wait for the next sweep."""
    at, done = database_now(), {send.name: 0}
    for owed in everything_owed(at):
        if owed.task == send.name:
            _turn(owed, at, done, set())
    return done[send.name]


@contextmanager
def _draining(by: str):
    """Whether no other sweep of these executors goes round and round already.

    A second one goes round once: were its like to pile up while there is much to do, no worker
    would be left for what was just accepted; were it to wait, one that is frozen would stop all.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [f"leads.sweep {by}"])
        (alone,) = cursor.fetchone()
    try:
        yield alone
    finally:
        if alone:
            # A connection that broke has let go of it.
            with suppress(Error), connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtext(%s))", [f"leads.sweep {by}"])


def _drain(done: dict[str, int], *, ends: float) -> None:
    """Round after round, each kind in its turn, until no kind has more or the time is over."""
    tried: dict[str, set[int]] = {task: set() for task in TASKS}
    while tried:
        at = database_now()
        for owed in everything_owed(at):
            if owed.task in tried and not _turn(owed, at, done, tried[owed.task]):
                del tried[owed.task]
        if time.monotonic() >= ends:
            return


def _turn(owed, at, done: dict[str, int], tried: set[int]) -> bool:
    """A share of one kind; whether there may be more. `tried` is not tried twice by one sweep."""
    owed.settled().delete()
    rows = owed.free(at)
    if owed.task in MANY and (count := _many(owed.task, rows)) is not None:
        done[owed.task] += count
        return count == BATCH
    if owed.task == route.name and not flow.anyone_free(at):
        # All night long: those tried in vain wait for a shift, not for a sweep.
        rows = rows.exclude(untried_since=None)
    batch, ends = list(rows.values_list("pk", owed.inquiry)[:BATCH]), time.monotonic() + TURN_S
    new = [(key, inquiry_id) for key, inquiry_id in batch if key not in tried]
    for key, inquiry_id in new:
        done[owed.task] += _try(owed.task, key, inquiry_id)
        tried.add(key)
        if time.monotonic() >= ends:
            return True
    return bool(new) and len(batch) == BATCH


def _many(task: str, rows) -> int | None:
    """By a few statements for all; those that another sweep holds are left to it. None when it
    failed: then one after another, so that the bad one is found."""
    try:
        return MANY[task](rows)
    except Exception as error:
        log.exception("%s of many at once failed", task)
        if isinstance(error, SoftTimeLimitExceeded):
            raise
        return None


MANY = {
    "leads.match": lambda rows: flow.match_many(rows, at=database_now()),
    "leads.remind": lambda rows: len(rows.remind(at=database_now(), most=BATCH)),
}


def _try(task: str, key: int, inquiry_id: int | None) -> bool:
    """One item, counted before it begins: one bad item stops nobody, not even by killing us."""
    trouble = Trouble.begin(task, key, inquiry_id=inquiry_id, at=database_now())
    if trouble is None:
        return False
    try:
        TASKS[task].run(key)
    except Exception as error:
        # Its row stays owed and its trace is in the log.
        log.exception("%s %s failed", task, key)
        trouble.failed(error)
        if isinstance(error, SoftTimeLimitExceeded):
            raise
        return False
    trouble.over()
    return True


@shared_task(name="leads.ledger")
def ledger(_asked: int = 0) -> int:
    """Recount everything and keep the result; the number of differences, each of them an alarm."""
    result = keep_recount(database_now())
    for kind, ids in result.kinds.items():
        log.error("ledger: %s: %s", kind, ", ".join(ids))
    return result.difference
