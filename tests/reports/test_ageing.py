"""Open inquiries that nobody has promised anything, by age."""

from datetime import timedelta

import pytest

from leads.reports import ageing
from tests.reports.figures import (
    NOW,
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    rows,
    scope,
)

pytestmark = pytest.mark.django_db


def test_each_age_has_its_inquiries():
    minute = timedelta(minutes=1)
    ages = [timedelta(0), timedelta(2) - minute, timedelta(2), timedelta(7), timedelta(14) - minute]
    for n, age in enumerate([*ages, timedelta(30), timedelta(400)]):
        inquiry(n, opened_at=NOW - age, next_due_at=None)
    inquiry(8)  # has its step
    inquiry(9, next_due_at=None, disposition="withdrawn")
    leave_out(10)
    report = ageing.read(scope())
    assert rows(report) == [
        ["up to 2 days", 2],
        ["2–7 days", 1],
        ["7–14 days", 2],
        ["14–30 days", 0],
        ["30 days and more", 2],
    ]
    assert report.title == "Open without a next step: 7"
    assert_marks_lead_to_their_counts(ageing, report, scope())


def test_everything_has_a_step():
    inquiry(1)
    report = ageing.read(scope())
    assert report.title == "Every open inquiry has a next step"
    assert [row[1] for row in rows(report)] == [0] * 5
    assert report.bars == []
