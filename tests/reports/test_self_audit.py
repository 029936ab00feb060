"""The five steps on three inquiries."""

import pytest

from leads.reports import self_audit
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    moscow,
    propose,
    rows,
    scope,
    step,
)

pytestmark = pytest.mark.django_db


def sent(made, at):
    changed = made.messages.filter(kind="received").update(state="sent", sent_at=at)
    assert changed == 1


def test_each_step_is_asked_of_its_inquiries():
    one, two = inquiry(1, email="a@example.com"), inquiry(2, email="b@example.com")
    three = inquiry(3, kind="consultation")
    sent(one, moscow(10, 11))
    sent(two, moscow(10, 11, 1))
    one.advance(to="qualified", by=None, at=moscow(11))
    propose(one, "park-1")
    propose(three, "park-1")
    step(one, due_at=moscow(10, 14), done_at=moscow(10, 12), outcome="reached")
    step(two, due_at=moscow(10, 14))
    step(three, due_at=moscow(10, 14), done_at=moscow(10, 15), outcome="reached")
    due, kind = moscow(17, 18), "substantive_reply"
    step(one, kind, due_at=due, done_at=moscow(17), outcome="reached")
    step(two, kind, due_at=due, done_at=moscow(16), outcome="closed")
    step(three, kind, due_at=due, done_at=moscow(18), outcome="reached")
    leave_out(10)
    report = self_audit.read(scope())
    assert [[row[0], *row[2:]] for row in rows(report)] == [
        ["Reception", 2, 1, 1, "1 of 2"],
        ["Screening", 3, 1, 2, "1 of 3"],
        ["Processing", 2, 1, 1, "1 of 2"],
        ["Response", 3, 1, 2, "1 of 3"],
        ["Follow-up", 2, 1, 1, "1 of 2"],
    ]
    assert [bar.width for bar in report.bars] == [50, 33.33, 50, 33.33, 50]
    assert report.title == "The weakest of the five steps: Screening (1 of 3)"
    assert "no GIPB score" in report.definition
    assert_marks_lead_to_their_counts(self_audit, report, scope())


def test_nothing_to_audit():
    report = self_audit.read(scope())
    assert {tuple(row[2:]) for row in rows(report)} == {(0, 0, 0, "—")}
    assert report.title == "Nothing to audit within the period"
