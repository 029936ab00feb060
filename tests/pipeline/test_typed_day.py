"""Days as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.pipeline.typed_day import read_day

TUESDAY = date(2026, 11, 17)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("сегодня", date(2026, 11, 17)),
        ("Завтра", date(2026, 11, 18)),
        ("послезавтра", date(2026, 11, 19)),
        ("tomorrow", date(2026, 11, 18)),
        ("неделя", date(2026, 11, 24)),
        ("через неделю", date(2026, 11, 24)),
        ("пт", date(2026, 11, 20)),
        ("в пт", date(2026, 11, 20)),
        ("во вторник", date(2026, 11, 24)),
        ("вт", date(2026, 11, 24)),
        ("Пн.", date(2026, 11, 23)),
        ("friday", date(2026, 11, 20)),
        ("через 3 дня", date(2026, 11, 20)),
        ("+3", date(2026, 11, 20)),
        ("in 10 days", date(2026, 11, 27)),
        ("12.03", date(2027, 3, 12)),
        ("17.11", date(2026, 11, 17)),
        ("12.03.2027", date(2027, 3, 12)),
        ("1.2.27", date(2027, 2, 1)),
        ("12/03/2027", date(2027, 3, 12)),
        ("2027-03-12", date(2027, 3, 12)),
        ("29.02", date(2028, 2, 29)),
        ("01.11.2026", date(2026, 11, 1)),
    ],
)
def test_it_works(typed, day):
    assert read_day(typed, TUESDAY) == day


@pytest.mark.parametrize(
    "typed", ["", " ", "когда-нибудь", "32.01", "12.13", "2027-02-30", "12", "+"]
)
def test_what_is_no_day(typed):
    assert read_day(typed, TUESDAY) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(typed):
    read_day(typed, TUESDAY)
