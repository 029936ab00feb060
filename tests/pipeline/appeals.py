"""An appeal of Maria's, as the pages of the pipeline meet it."""

from datetime import timedelta

from django.utils import timezone

from leads.models import Appeal
from tests.world import make_inquiry, maria


def make_appeal(*, number: str = "", email: str = "p@example.com", **what_matters) -> Appeal:
    """Came today, registered today when it has a number."""
    inquiry = make_inquiry(route_to=maria(), email=email, at=timezone.now(), **what_matters)
    now = {"by": maria(), "at": timezone.now() + timedelta(seconds=1)}
    Appeal.mark(inquiry, received_on=timezone.localdate(), **now)
    if number:
        inquiry.appeal.register(number=number, registered_on=timezone.localdate(), **now)
    return inquiry.appeal


def url(inquiry, tail: str = "") -> str:
    return f"/inquiries/{inquiry.number}/appeal/{tail}"


def clock(appeal, kind: str = "statutory"):
    return appeal.inquiry.clocks.filter(kind=kind).latest("pk")
