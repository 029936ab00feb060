"""A slip in the domain is asked about; what is no slip is left alone."""

import pytest

from leads.public.mailbox import masked, meant_domain


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("p@mial.ru", "mail.ru"),
        ("p@MAIL.RU", ""),
        ("p@gmial.com", "gmail.com"),
        ("p@yandx.ru", "yandex.ru"),
        ("p@agrosad.ru", ""),
        ("p@bk.ru", ""),
        ("p@ok.ru", ""),
        ("", ""),
    ],
)
def test_it_works(address, meant):
    assert meant_domain(address) == meant


def test_an_address_is_masked():
    assert masked("petr.ivanov@mail.ru") == "p•••@mail.ru"
