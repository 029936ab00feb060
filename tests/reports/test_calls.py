"""Calls by hour and weekday of Moscow."""

import pytest

from leads.models import Call
from leads.reports import calls
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    moscow,
    rows,
    scope,
)
from tests.world import boris, maria

pytestmark = pytest.mark.django_db


def call(at, outcome="off_topic", **fields):
    logged = at if outcome else None
    return Call.objects.create(started_at=at, logged_at=logged, outcome=outcome, **fields)


def of_exchange(at, key, **fields):
    return call(at, "", provider="sipuni", exchange_id=key, **fields)


def test_each_hour_has_its_calls():
    about = inquiry(1)
    call(moscow(10, 10, 15), "inquiry", inquiry=about)
    call(moscow(10, 10, 45), "dropped")
    call(moscow(17, 10, 59))
    call(moscow(15, 23, 30), "dropped")
    of_exchange(moscow(18, 12), "1", disposition="missed")
    of_exchange(moscow(18, 12), "2", disposition="answered")
    of_exchange(moscow(18, 12), "3", state="ringing")
    call(moscow(10), direction="outbound")
    call(moscow(1))
    call(moscow(30))
    for n, kind in enumerate(["test", "spam", "quarantined", "duplicate", "erased"], 10):
        call(moscow(10), "inquiry", inquiry=inquiry(n, disposition=kind))
    report = calls.read(scope())
    assert rows(report) == [
        ["Tuesday, 10:00", 3, 1],
        ["Wednesday, 12:00", 2, 1],
        ["Sunday, 23:00", 1, 1],
    ]
    assert [one.missed_width for one in report.squares] == [9, 13, 26]
    assert [(one.x, one.y, one.tone) for one in report.squares] == [
        (1, 1, 5),
        (3, 2, 4),
        (14, 6, 2),
    ]
    assert report.title == "Calls that came in: 6, missed or cut off: 3 of 6"
    assert_marks_lead_to_their_counts(calls, report, scope())
    assert calls.marked(scope(), "all").count() == 6
    assert calls.marked(scope(), "all-missed").count() == 3
    for nonsense in ("8-10", "2-", "2-100", "²-1", "-missed"):
        assert calls.marked(scope(), nonsense) is None, nonsense


def test_no_call_came_in():
    report = calls.read(scope())
    assert rows(report) == []
    assert report.title == "No call came in"


def test_a_manager_reads_his_own_calls_and_those_about_his_inquiries():
    hers = inquiry(1, officer=maria().officer)
    call(moscow(10), "inquiry", inquiry=hers)
    call(moscow(10), operator=maria())
    call(moscow(10), operator=boris())
    assert rows(calls.read(scope(maria()))) == [["Tuesday, 10:00", 2, 0]]
