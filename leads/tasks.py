"""Celery tasks: a key in, one verb, stop. The sweep does the same for whatever a lost ring left."""

import logging
from contextlib import suppress
from functools import partial

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.db import connection

from districts.land import current_land
from leads import (
    dialling,
    digests,
    doorbell,
    flow,
    importing,
    letters,
    mail,
    pack_pdf,
    packs,
    recordings,
)
from leads.ledger import keep_recount
from leads.models import (
    AnswerPack,
    Call,
    CallEvent,
    Clock,
    Dialling,
    Digest,
    FollowUp,
    Heartbeat,
    ImportRun,
    Inquiry,
    Message,
    PeerCount,
    Recording,
    Trouble,
)
from leads.sweeping import Sweeping

log = logging.getLogger(__name__)

# So many of a kind before the next has its turn.
BATCH = 200


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


@shared_task(name="leads.digest")
def digest(digest_id: int) -> None:
    for row in Digest.objects.due(database_now()).select_related("user").filter(pk=digest_id):
        told = digests.content(row, at=database_now())
        if told is None:
            row.skip(at=database_now())
        else:
            draw = partial(digests.draw, told)
            letters.deliver(row, at=database_now(), now=database_now, draw=draw)


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


@shared_task(name="leads.erase")
def erase(recording_id: int) -> None:
    at = database_now()
    for recording in (
        Recording.objects.expired(at).select_related("call__inquiry").filter(pk=recording_id)
    ):
        recordings.erase(recording, at=at)


@shared_task(name="leads.dial")
def dial(dialling_id: int) -> None:
    for row in Dialling.objects.due(database_now()).filter(pk=dialling_id):
        dialling.dial(row, now=database_now)


@shared_task(name="leads.bring_in")
def bring_in(run_id: int) -> None:
    for run in ImportRun.objects.awaiting().filter(pk=run_id):
        if importing.work(run, now=database_now):
            doorbell.ring("leads.bring_in", run_id)


OF_INQUIRIES = (route, match, remind, tell, attend, send, make_pack, take_in)
OF_CALLS = (dial, fold, give_up, settle, fetch, erase)
TASKS = {task.name: task for task in (*OF_INQUIRIES, digest, bring_in, *OF_CALLS)}
# Done by a few statements for all of a batch.
MANY = {
    "leads.match": lambda rows: flow.match_many(rows, at=database_now()),
    "leads.remind": lambda rows: len(rows.remind(at=database_now(), most=BATCH)),
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
    Dialling.objects.end(at)
    Digest.objects.stuck(at).end_unknown(at)
    ImportRun.objects.forget_files(at)
    done = dict.fromkeys(TASKS, 0)
    # Whatever is left when the time is over waits for the next sweep.
    with suppress(SoftTimeLimitExceeded):
        _sweeping(done).drain(by)
    Digest.plan_all(at)
    Heartbeat.beat(by=by, at=database_now())
    return done


def send_due() -> int:
    """The letters whose moment has come, by whoever may not wait for the next sweep."""
    done = {send.name: 0}
    _sweeping(done).turn_of(send.name)
    return done[send.name]


def _sweeping(done: dict[str, int]) -> Sweeping:
    return Sweeping(TASKS, MANY, done, now=database_now, batch=BATCH)


@shared_task(name="leads.ledger")
def ledger(_asked: int = 0) -> int:
    """Recount everything and keep the result; the number of differences, each of them an alarm."""
    result = keep_recount(database_now())
    for kind, ids in result.kinds.items():
        log.error("ledger: %s: %s", kind, ", ".join(ids))
    return result.difference
