"""The funnel on four inquiries whose every move is known."""

from datetime import timedelta

import pytest

from leads.reports import funnel
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    moscow,
    rows,
    scope,
)

pytestmark = pytest.mark.django_db


def move(made, *moves):
    for days, to in moves:
        why = {"lost_reason": "money"} if to == "lost" else {}
        made.advance(to=to, by=None, at=made.opened_at + timedelta(days=days), **why)


@pytest.fixture
def four(db):
    whole, back, leapt = inquiry(1), inquiry(2), inquiry(3)
    inquiry(4)
    move(whole, (1, "qualified"), (3, "matching"), (5, "proposal"))
    move(whole, (6, "visit"), (8, "agreement"), (10, "won"))
    move(back, (3, "qualified"), (4, "new"))
    move(leapt, (4, "proposal"), (5, "lost"))
    leave_out(10)
    before = inquiry(20, at=moscow(1))
    before.advance(to="qualified", by=None, at=moscow(10))


def test_each_stage_is_counted_by_the_history(four):
    report = funnel.read(scope())
    assert rows(report) == [
        ["New", 4, "—", "—"],
        ["Qualified", 3, "3 of 4", "2.0"],
        ["Matching", 2, "2 of 3", "2.0"],
        ["Proposal", 2, "2 of 2", "2.0"],
        ["Site visit", 1, "1 of 2", "1.0"],
        ["Agreement", 1, "1 of 1", "2.0"],
        ["Won", 1, "1 of 1", "2.0"],
    ]
    assert [bar.width for bar in report.bars] == [100, 75, 50, 50, 25, 25, 25]
    assert report.title == "Inquiries that came in: 4, won of them: 1"
    assert_marks_lead_to_their_counts(funnel, report, scope())


def test_nothing_came_in():
    report = funnel.read(scope())
    assert {tuple(row[1:]) for row in rows(report)} == {(0, "—", "—")}
    assert report.title == "No inquiry came in within the period"
    assert {bar.width for bar in report.bars} == {0}


def test_what_happened_after_the_moment_asked_for_is_not_known_yet():
    made = inquiry(1)
    made.advance(to="won", by=None, at=moscow(30))
    assert rows(funnel.read(scope()))[-1][1] == 0
