"""How often one peer asked for one thing: rate limits that see addresses only as keyed hashes."""

import hmac
from datetime import timedelta
from ipaddress import ip_address, ip_network
from typing import NamedTuple

from django.conf import settings
from django.db import connection, models

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# 100,000 rows are about 15 MB. The oldest go first: who asked a day ago may ask again.
ROWS_AT_MOST = 100_000


class Tally(NamedTuple):
    """How often within an hour and within a day, this time included."""

    hour: int
    day: int

    def over(self, per_hour: int, per_day: int) -> bool:
        return self.hour > per_hour or self.day > per_day


class PeerCountQuerySet(models.QuerySet):
    def prune(self, at, at_most: int = ROWS_AT_MOST) -> int:
        """Forget who asked more than a day ago, and the oldest beyond what memory allows."""
        gone, _ = self.filter(day_at__lte=at - DAY).delete()
        newest = self.order_by("-day_at", "-key")
        beyond = newest.values_list("day_at", flat=True)[at_most : at_most + 1].first()
        return gone + (self.filter(day_at__lte=beyond).delete()[0] if beyond else 0)


class PeerCount(models.Model):
    """Two windows that open with the first time in them."""

    key = models.CharField(max_length=32, primary_key=True)
    hour_at = models.DateTimeField()
    hour = models.PositiveIntegerField()
    day_at = models.DateTimeField(db_index=True)
    day = models.PositiveIntegerField()

    objects = PeerCountQuerySet.as_manager()

    def __str__(self):
        return f"{self.key[:8]}: {self.hour} an hour, {self.day} a day"

    @classmethod
    def count(cls, what: str, who: str | None, *, at) -> Tally:
        """Count one more; one statement, right for any number of them at once."""
        values = {
            "key": _keyed(f"{what}|{_network(who)}"),
            "at": at,
            "hour_ago": at - HOUR,
            "day_ago": at - DAY,
        }
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, values)
            return Tally(*cursor.fetchone())


_COUNT = """
INSERT INTO leads_peercount AS was (key, hour_at, hour, day_at, day)
VALUES (%(key)s, %(at)s, 1, %(at)s, 1)
ON CONFLICT (key) DO UPDATE SET
  hour = CASE WHEN was.hour_at <= %(hour_ago)s THEN 1 ELSE was.hour + 1 END,
  hour_at = CASE WHEN was.hour_at <= %(hour_ago)s THEN %(at)s ELSE was.hour_at END,
  day = CASE WHEN was.day_at <= %(day_ago)s THEN 1 ELSE was.day + 1 END,
  day_at = CASE WHEN was.day_at <= %(day_ago)s THEN %(at)s ELSE was.day_at END
RETURNING hour, day
"""


def _network(who: str | None) -> str:
    """An IPv6 user has a whole /64 to himself; what is no address stands for itself."""
    try:
        address = ip_address(who or "")
    except ValueError:
        return who or "nowhere"
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else str(address)


def _keyed(text: str) -> str:
    """A list of all addresses cannot be tried against the table without our key."""
    return hmac.digest(settings.SECRET_KEY.encode(), text.encode(), "sha256").hex()[:32]
