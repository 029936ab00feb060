"""Mornings of the office: its clock, its hours, and the letters of a day."""

from datetime import datetime, timedelta

from django.core import mail

from leads import tasks
from leads.models import Digest, Officer, Shift, User
from tests.leads.test_clock import MOSCOW

# A Tuesday, after the office has begun.
NOON = datetime(2026, 11, 17, 12, tzinfo=MOSCOW)
MORNING = datetime(2026, 11, 18, 9, tzinfo=MOSCOW)
MINUTE = timedelta(minutes=1)


class Hand:
    """The database's clock: `at` is what it says."""

    at = NOON

    def sweep(self, at=None):
        self.at = at or self.at
        return tasks.sweep()


def office_hours(user) -> User:
    """Of the office, not round the clock as the cast is."""
    Officer.objects.filter(user=user).update(holidays_off=True)
    Shift.set_for(user.officer, ((),) * 7)
    return user


def letters(user=None):
    """Morning letters alone: no reminder has their header."""
    of_day = set(Digest.objects.values_list("message_id", flat=True))
    mine = [one for one in mail.outbox if one.extra_headers["Message-ID"] in of_day]
    return [one for one in mine if user is None or one.to == [user.email]]
