"""Places proposed, accepted and refused, by the last word on each."""

import pytest

from leads.reports import offers
from tests.reports.figures import (
    assert_marks_lead_to_their_counts,
    inquiry,
    leave_out,
    moscow,
    propose,
    rows,
    scope,
)

pytestmark = pytest.mark.django_db


def test_the_last_word_on_each_place_counts():
    one, two = propose(inquiry(1), "park-1", "park-2")
    one.choose(by=None, at=moscow(12))
    two.refuse(reason="price", by=None, at=moscow(12))
    for place in propose(inquiry(2), "park-1", "park-2"):
        place.refuse(reason="land", by=None, at=moscow(12))
    (reopened,) = propose(inquiry(3), "park-1")
    reopened.refuse(reason="price", by=None, at=moscow(12))
    reopened.reopen(by=None, at=moscow(13))
    propose(inquiry(4), "park-1")
    inquiry(5)
    leave_out(10)
    report = offers.read(scope())
    assert rows(report) == [
        ["places proposed", 4, "4 of 4", "—"],
        ["a place accepted", 1, "1 of 4", 1],
        ["refused: the land does not suit", 1, "1 of 4", 2],
        ["refused: too expensive", 1, "1 of 4", 1],
        ["nothing said yet", 2, "2 of 4", "—"],
    ]
    assert report.title == "Of the inquiries with places proposed, accepted: 1 of 4"
    assert_marks_lead_to_their_counts(offers, report, scope())


def test_an_excluded_inquiry_is_no_offer():
    spam = inquiry(1)
    propose(spam, "park-1")[0].choose(by=None, at=moscow(12))
    type(spam).objects.update(disposition="spam")
    report = offers.read(scope())
    assert rows(report) == [
        ["places proposed", 0, "—", "—"],
        ["a place accepted", 0, "—", 0],
        ["nothing said yet", 0, "—", "—"],
    ]
    assert report.title == "No places were proposed"
