"""Sending under a lease: one process has the letter, and only while its lease stands."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models


class Leasing:
    """For rows with `due(at)`, `state`, `token`, `leased_until` and `attempts`."""

    def claim(self, *, at) -> bool:
        """Take it for sending under a lease; False when another process was first."""
        taken = (
            type(self)
            .objects.due(at)
            .filter(pk=self.pk)
            .update(
                state=self.State.SENDING,
                token=uuid.uuid4(),
                leased_until=at + timedelta(seconds=settings.MESSAGE_LEASE_S),
                attempts=models.F("attempts") + 1,
            )
        )
        if taken:
            self.refresh_from_db()
        return bool(taken)

    def ours(self):
        """This row while our lease on it stands; empty once another has taken it over."""
        rows = type(self).objects.filter(pk=self.pk, state=self.State.SENDING)
        return rows.filter(token=self.token)

    def in_time(self, *, at) -> bool:
        """Whether the lease still stands: who slept past it must not send any more."""
        return self.ours().filter(leased_until__gt=at).exists()

    def pause(self) -> timedelta:
        """How long to wait after this try before the next."""
        return timedelta(seconds=min(30 * 2**self.attempts, 3600))
