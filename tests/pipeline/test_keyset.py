"""Pages in any order: forward to the end and back again, nothing twice, nothing left out."""

from datetime import timedelta

import pytest

from leads.models import Inquiry
from leads.pipeline.keyset import Mark, Order, page
from tests.world import AT, make_inquiry

pytestmark = pytest.mark.django_db
ORDERS = [
    Order(name, field, empty, descending)
    for name, field, empty in (
        ("due", "next_due_at", "last"),
        ("amount", "capex_mln_rub", "first"),
        ("opened", "opened_at", ""),
    )
    for descending in (False, True)
]


@pytest.fixture
def rows():
    first = make_inquiry()
    copies = []
    for place in range(1, 23):
        copy = Inquiry.objects.get(pk=first.pk)
        copy.pk, copy.number = None, f"INV-2020-{place:06d}"
        # Ties, and a third without a value.
        copy.next_due_at = None if place % 3 == 0 else AT + timedelta(hours=place // 4)
        copy.capex_mln_rub = None if place % 4 == 0 else float(place // 5)
        copy.opened_at = AT + timedelta(hours=place // 6)
        copies.append(copy)
    Inquiry.objects.bulk_create(copies)
    return Inquiry.objects.all()


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("size", [1, 4, 7, 50])
def test_it_works(rows, order, size):
    whole = [row.pk for row in rows.order_by(*order.columns())]
    seen, mark, pages = [], None, []
    while True:
        shown = page(rows, order, mark, size=size)
        pages.append([row.pk for row in shown.rows])
        seen += pages[-1]
        if shown.older is None:
            break
        mark = Mark.read(str(shown.older), order)
    assert seen == whole
    back = []
    while shown.newer is not None:
        shown = page(rows, order, Mark.read(str(shown.newer), order), size=size)
        back.append([row.pk for row in shown.rows])
    # Going back from the last page, each page holds what stood right before.
    flat = [pk for one in reversed(back) for pk in one]
    assert flat == whole[: len(flat)]
    assert len(flat) == len(whole) - len(pages[-1])


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize(
    "text", ["", "x", "W10", "A" * 5000, str(Mark(None, 0)), "bnVsbA", "WzEsMSwxXQ"]
)
def test_what_we_did_not_write_is_the_first_page(order, text):
    assert Mark.read(text, order) is None


def test_a_mark_of_another_order_is_not_taken(rows):
    due, amount = ORDERS[0], ORDERS[2]
    assert Mark.read(str(Mark(5.0, 1)), due) is None
    assert Mark.read(str(Mark(AT, 1)), amount) is None
    assert Mark.read(str(Mark(None, 1)), ORDERS[4]) is None
