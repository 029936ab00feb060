"""First response in working hours, on the edges of every bucket."""

import pytest

from leads.reports import first_response
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

# Opened on Tuesday the 10th at 10:00; the office works 9–13 and 14–18.
REACHED = [
    moscow(10, 11),  # 1 h
    moscow(10, 11, 1),
    moscow(10, 15),  # 4 h
    moscow(10, 18),  # 7 h
    moscow(11, 11),  # 9 h
    moscow(16, 10),  # 32 h
]


def test_each_bucket_has_its_cases():
    for n, at in enumerate(REACHED):
        step(inquiry(n), done_at=at, outcome="reached")
    step(inquiry(7), done_at=moscow(10, 11), outcome="unreached")
    leave_out(10)
    step(inquiry(20, at=moscow(1)), done_at=moscow(2, 11), outcome="reached")
    report = first_response.read(scope())
    assert rows(report) == [
        ["0–1 h", 1, "1 of 6"],
        ["1–4 h", 2, "2 of 6"],
        ["4–8 h", 1, "1 of 6"],
        ["8–24 h", 1, "1 of 6"],
        ["more than 24 h", 1, "1 of 6"],
        ["not reached yet", 1, "—"],
    ]
    assert [said for _words, said, _mark in report.facts] == ["4.0", "32.0", "6 of 7", "1 of 7"]
    assert report.title == "First response later than 8 working hours: 2 of 6"
    assert_marks_lead_to_their_counts(first_response, report, scope())


def test_nobody_was_reached():
    report = first_response.read(scope())
    assert {tuple(row[1:]) for row in rows(report)} == {(0, "—")}
    assert [said for _words, said, _mark in report.facts] == ["—"] * 4
    assert report.title == "Nobody has been reached yet"


def test_twenty_cases_are_enough_for_a_percentage():
    for n in range(20):
        step(inquiry(n), done_at=REACHED[4 if n < 3 else 0], outcome="reached")
    assert first_response.read(scope()).title.endswith(": 15 %")
