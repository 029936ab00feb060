"""Protections taken out, each as it is left out elsewhere: done to a process at its start."""

from django.db import connection
from django.utils import timezone


def no_unique_key():
    """Whoever reads first that nobody sent this yet may write it. Its constraint is gone too."""


def without_key_of_events():
    """The same word of the exchange is kept as often as it comes."""
    from leads.models.call_event import CallEvent, CallEventQuerySet

    def keep(self, provider, received, *, at):
        return CallEvent.objects.create(
            provider=provider,
            event_key=received.key(),
            call_key=received.call,
            binding=received.binding(),
            body=received.body,
            received_at=at,
        )

    CallEventQuerySet.keep = keep


def on_commit_only():
    """What is rung for is done, and nobody looks for what was not."""
    from leads import sweeping

    sweeping.everything_owed = lambda at: []


def deleted_on_publish():
    """A row that was given to the broker is done with."""
    from leads import doorbell
    from leads.models import Trouble

    plain = doorbell._send

    def send(task, key):
        plain(task, key)
        at = timezone.now()
        said = {"first_at": at, "last_at": at, "not_before_at": at, "set_aside_at": at}
        Trouble.objects.create(task=task, key=key, **said)

    doorbell._send = send


def no_fencing():
    """Whoever wakes up late writes what he believes."""
    from leads.models import Message

    Message.ours = lambda self: Message.objects.filter(pk=self.pk)


def no_claim():
    """A letter in somebody's hands is free to others."""
    from leads.models.message import Message, MessageQuerySet

    states = [Message.State.PLANNED, Message.State.SENDING]
    MessageQuerySet.due = lambda self, at: self.filter(state__in=states, not_before_at__lte=at)


def processed_before_send():
    """Called sent, then sent."""
    from leads import letters

    plain = letters._send

    def send(message, letter, connection, now):
        message.sent(at=now())
        plain(message, letter, connection, now)

    letters._send = send


def blind_resend():
    """Whatever ended unknown goes once more, and nobody says so."""
    from leads.models import Message

    def again(self, *, at):
        return self.ours().update(state="planned", not_before_at=at, token=None)

    Message.ended_unknown = again


def app_clock():
    """What is due is asked of the clock of this process."""
    from leads import tasks

    tasks.database_now = lambda: timezone.now()


def eta_task():
    """What is due later lies in the broker until then."""
    from config.celery import app
    from leads import sweeping
    from leads.models import FollowUp

    promise, owed = FollowUp.promise.__func__, sweeping.everything_owed

    def promised(cls, *args, **words):
        row = promise(cls, *args, **words)
        app.send_task("leads.remind", args=[row.pk], eta=row.due_at)
        return row

    FollowUp.promise = classmethod(promised)
    sweeping.everything_owed = lambda at: [one for one in owed(at) if one.task != "leads.remind"]


def keys_in_redis():
    """Redis knows what was sent before. The constraint is gone."""
    import redis
    from django.conf import settings

    from leads.flow import accepting
    from leads.models import Inquiry

    store = redis.from_url(settings.REDIS_URL)
    accept = accepting._accept

    def known(request_key, request_sha256):
        key = store.get(f"key:{request_key}")
        return Inquiry.objects.get(pk=int(key)) if key else None

    def accepted(*given):
        inquiry = accept(*given)
        store.set(f"key:{inquiry.request_key}", inquiry.pk)
        return inquiry

    accepting._known, accepting._accept = known, accepted


def swallowed_exceptions():
    """What goes wrong is passed over."""
    from contextlib import suppress

    from leads import letters

    plain = letters.hand_over

    def hand_over(*given):
        with suppress(Exception):
            plain(*given)

    letters.hand_over = hand_over


def drop_unique(table: str, column: str):
    """Take the constraint out; gives what puts it back, once the doubles are gone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, pg_get_constraintdef(c.oid) FROM pg_constraint c"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)"
            " WHERE c.conrelid = %s::regclass AND a.attname = %s AND contype = 'u'",
            [table, column],
        )
        ((name, definition),) = cursor.fetchall()
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')

    def put_back():
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')

    return put_back
