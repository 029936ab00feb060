"""Celery tasks: a key in, one verb, stop. The sweep does the same for whatever a lost ring left."""

import logging

from celery import shared_task
from django.db import connection

from districts.land import current_land
from leads import flow, letters
from leads.models import FollowUp, Inquiry, Message

log = logging.getLogger(__name__)

# How many of each kind one sweep takes: it must end well within the task's time limit.
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
        (match, Inquiry.objects.awaiting_match(current_land().version).order_by("pk")),
        (remind, FollowUp.objects.awaiting_reminder(at).order_by("due_at")),
        (send, Message.objects.due(at).order_by("not_before_at")),
    ]
    return {
        task.name: _each(task, rows.values_list("pk", flat=True)[:BATCH]) for task, rows in owed
    }


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
