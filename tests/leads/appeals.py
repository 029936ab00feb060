"""Appeals of Maria's: one that has come in, and one that is registered."""

from datetime import datetime, timedelta

from leads.ledger import recount
from leads.models import Activity, Appeal, Clock
from tests.leads.test_clock import MOSCOW, NINE
from tests.world import make_inquiry, make_park, maria, registry_changed

TUESDAY = NINE.date()
HOUR = timedelta(hours=1)


def closing(day: int, month: int = 11, hour: int = 18) -> datetime:
    return datetime(2026 if month > 10 else 2027, month, day, hour, tzinfo=MOSCOW)


def make_appeal() -> Appeal:
    make_park(), registry_changed()
    inquiry = make_inquiry(at=NINE, route_to=maria(), email="p@example.com")
    assert Appeal.mark(inquiry, received_on=TUESDAY, by=maria(), at=NINE)
    return inquiry.appeal


def make_registered() -> Appeal:
    appeal = make_appeal()
    assert appeal.register(number="12-7", registered_on=TUESDAY, by=maria(), at=NINE + HOUR)
    return appeal


def clock(appeal, kind="statutory") -> Clock:
    return appeal.inquiry.clocks.filter(kind=kind).latest("pk")


def kinds(appeal) -> list[str]:
    rows = appeal.inquiry.activities.filter(kind__startswith="appeal").order_by("pk")
    return list(rows.values_list("kind", flat=True))


def last(appeal, kind) -> Activity:
    return appeal.inquiry.activities.filter(kind=kind).latest("pk")


def differences(at) -> dict:
    """A minute of hours later; that the world names an officer without a decision is its own."""
    found = recount(at + timedelta(minutes=30)).differences
    return {kind: ids for kind, ids in found.items() if kind != "routed_without_decision"}


def sent(letter, at) -> None:
    assert letter.claim(at=at + timedelta(seconds=11))
    assert letter.sent(at=at + timedelta(seconds=12))
