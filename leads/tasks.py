"""Celery tasks: a key in, one verb, stop. The sweep does the same for whatever a lost ring left."""

import logging

from celery import shared_task
from django.db import connection, transaction

from districts.land import current_land
from leads import flow, letters
from leads.models import FollowUp, Inquiry, Message

log = logging.getLogger(__name__)

# How many of each kind one sweep takes: it must end well within the task's time limit.
BATCH = 200
# Matching goes by the thousand: a changed registry owes it for every open inquiry at once.
MATCHED_AT_ONCE = 1000


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


@shared_task(name="leads.sweep")
def sweep() -> dict[str, int]:
    """Find everything owed and do it; none, one or three sweeps at once are all right."""
    at = database_now()
    Message.objects.stuck(at).end_unknown(at)
    owed = [
        (route, Inquiry.objects.awaiting_route()),
        (remind, FollowUp.objects.awaiting_reminder(at).order_by("due_at")),
        (send, Message.objects.due(at).order_by("not_before_at")),
    ]
    done = {
        task.name: _each(task, rows.values_list("pk", flat=True)[:BATCH]) for task, rows in owed
    }
    return done | {"leads.match": _match_again()}


def _match_again() -> int:
    """A thousand inquiries of an older registry; those that another sweep holds are left to it."""
    rows = Inquiry.objects.awaiting_match(current_land().version).order_by("pk")
    try:
        with transaction.atomic():
            taken = rows.select_for_update(skip_locked=True, of=("self",)).select_related("need")
            return len(flow.match_many(taken[:MATCHED_AT_ONCE], at=database_now()))
    except Exception:
        log.exception("matching many at once failed: now one after another")
        return _each(match, rows.values_list("pk", flat=True)[:BATCH])


def _each(task, keys) -> int:
    done = 0
    for key in keys:
        try:
            task.run(key)
            done += 1
        except Exception:
            # One bad item stops nobody; its row stays owed and its trace is in the log.
            log.exception("%s %s failed", task.name, key)
    return done
