"""Open inquiries of each officer by stage, and the overdue ones."""

import pytest

from leads.reports import workload
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    moscow,
    rows,
    scope,
)
from tests.world import boris, maria

pytestmark = pytest.mark.django_db


def test_each_officer_has_what_is_open():
    ahead, behind = moscow(30), moscow(20)
    his, hers = boris().officer, maria().officer
    inquiry(1, officer=hers, next_due_at=behind)
    inquiry(2, officer=hers, next_due_at=ahead)
    inquiry(3, officer=hers, stage="visit", next_due_at=None)
    inquiry(4, officer=his, stage="proposal", next_due_at=behind)
    inquiry(5, next_due_at=ahead)
    inquiry(6, officer=his, stage="won", closed_at=moscow(12))
    inquiry(7, officer=his, disposition="withdrawn")
    leave_out(10)
    report = workload.read(scope())
    assert rows(report) == [
        ["Maria", 2, 0, 0, 0, 1, 0, 3, 1],
        ["Boris", 0, 0, 0, 1, 0, 0, 1, 1],
        ["Nobody", 1, 0, 0, 0, 0, 0, 1, 0],
    ]
    assert report.title == "Open inquiries: 5, overdue: 2 of 5"
    assert [(bar.width, bar.part_width) for bar in report.bars] == [
        (100, 33.33),
        (33.33, 33.33),
        (33.33, 0),
    ]
    assert_marks_lead_to_their_counts(workload, report, scope())
    for nonsense in ("nobody", "nobody-won", "1x-all", "²-all"):
        assert workload.marked(scope(), nonsense) is None, nonsense


def test_nothing_is_open():
    report = workload.read(scope())
    assert rows(report) == []
    assert report.title == "Nothing is open"
