from datetime import date

import pytest

from districts.as_of import is_stale, last_day


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("2023", date(2023, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-01-01", date(2024, 1, 1)),
        ("", None),
    ],
)
def test_it_works(as_of, day):
    assert last_day(as_of) == day


@pytest.mark.parametrize("wrong", ["2023-13", "2023-02-30", "23", "2023-1-1", "spring 2023"])
def test_a_day_that_never_was_is_refused(wrong):
    with pytest.raises(ValueError, match=f"{wrong}|day"):
        last_day(wrong)


def test_stale_after_365_days_and_not_before():
    assert not is_stale("2025-11-22", date(2026, 11, 22))
    assert is_stale("2025-11-21", date(2026, 11, 22))


def test_a_year_lasts_until_its_end():
    assert not is_stale("2025", date(2026, 12, 31))
    assert is_stale("2025", date(2027, 1, 1))


def test_an_unknown_date_is_not_called_stale():
    assert not is_stale("", date(2026, 11, 22))
