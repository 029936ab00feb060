"""Late first contacts by week, on promises whose due moment and end are known."""

import pytest

from leads.reports import late_contacts
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    moscow,
    rows,
    scope,
    step,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def promised(db):
    step(inquiry(1), due_at=moscow(10, 14), done_at=moscow(10, 14), outcome="reached")
    step(inquiry(2), due_at=moscow(11, 14), done_at=moscow(11, 15), outcome="reached")
    open_and_late = inquiry(3)
    step(open_and_late, due_at=moscow(12, 14))
    step(inquiry(4), due_at=moscow(17, 14), done_at=moscow(16, 14), outcome="closed")
    step(inquiry(5), due_at=moscow(30, 14))
    step(inquiry(6), due_at=moscow(24, 14), done_at=moscow(24, 12), outcome="unreached")
    leave_out(10)
    return open_and_late


def test_each_week_has_its_share(promised):
    report = late_contacts.read(scope())
    assert [row[1:] for row in rows(report)] == [
        [0, 0, "—"],
        [3, 2, "2 of 3"],
        [0, 0, "—"],
        [1, 0, "0 of 1"],
    ]
    assert report.title == "Late first contacts: 2 of 4; late right now: 1"
    assert list(report.late) == [promised]
    assert report.late[0].due == moscow(12, 14)
    assert_marks_lead_to_their_counts(late_contacts, report, scope())
    assert [*late_contacts.marked(scope(), "now")] == [promised]
    assert late_contacts.marked(scope(), "2026-10-05") is None


def test_nothing_fell_due():
    report = late_contacts.read(scope())
    assert {tuple(row[1:]) for row in rows(report)} == {(0, 0, "—")}
    assert report.title == "Late first contacts: —; late right now: 0"
