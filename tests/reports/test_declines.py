"""Why inquiries were lost, by the reason that stands."""

import pytest

from leads.reports import declines
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    moscow,
    rows,
    scope,
)

pytestmark = pytest.mark.django_db


def lost(n, reason, at, **fields):
    inquiry(n, at=moscow(1), stage="lost", lost_reason=reason, closed_at=at, **fields)


def test_each_reason_has_its_inquiries():
    lost(1, "money", moscow(12))
    lost(2, "no_site", moscow(12))
    lost(3, "no_site", moscow(13))
    lost(4, "other", moscow(1))
    for n, kind in enumerate(["test", "spam", "quarantined", "duplicate", "erased"], 10):
        lost(n, "money", moscow(12), disposition=kind)
    inquiry(20, stage="won", closed_at=moscow(12))
    reopened = inquiry(21)
    reopened.advance(to="lost", lost_reason="money", by=None, at=moscow(12))
    reopened.advance(to="qualified", by=None, at=moscow(13))
    leave_out(30)
    report = declines.read(scope())
    assert rows(report) == [["No fitting site", 2, "2 of 3"], ["No financing", 1, "1 of 3"]]
    assert report.title == "Lost: 3; most often: No fitting site (2 of 3)"
    assert_marks_lead_to_their_counts(declines, report, scope())


def test_nothing_was_lost():
    report = declines.read(scope())
    assert (rows(report), report.title) == ([], "Nothing was lost")
