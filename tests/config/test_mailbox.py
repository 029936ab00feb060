"""IMAP_URL: off by default, whole or refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.mailbox import read_mailbox


def test_it_works():
    assert read_mailbox(
        "imaps://hot%40line:p%2Fw@mail.example.ru/INBOX?done=Taken", deployed=True
    ) == {
        "host": "mail.example.ru",
        "port": 993,
        "user": "hot@line",
        "password": "p/w",
        "security": "ssl",
        "folder": "INBOX",
        "done": "Taken",
    }


def test_off_by_default():
    assert read_mailbox("", deployed=True) is None


def test_what_is_left_out_has_a_default():
    box = read_mailbox("imap+tls://u:p@host", deployed=True)
    assert (box["port"], box["folder"], box["done"]) == (143, "INBOX", "Hotline")


@pytest.mark.parametrize(
    "url",
    [
        "pop3://u:p@host",
        "imaps://host",
        "imaps://u@host",
        "imaps://u:p@",
        "imaps://u:p@host:99999",
        "imap://u:p@host",
        "imaps://u:p@host/INBOX?done=INBOX",
        "imaps://u:p@host/%D0%AF",
        "imaps://u:p@host/a%0Ab",
    ],
)
def test_a_wrong_one_stops_the_start(url):
    with pytest.raises(ImproperlyConfigured, match="IMAP_URL"):
        read_mailbox(url, deployed=True)


def test_without_tls_on_this_machine_alone():
    assert read_mailbox("imap://u:p@127.0.0.1:1430", deployed=True)["security"] == ""
