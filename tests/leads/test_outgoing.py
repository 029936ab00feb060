"""We cannot be used to reach inside: not by name, number tricks, schemes or redirects."""

import socket

import pytest

from leads import outgoing

HOSTS = ["records.example", "127.0.0.1", "localhost"]


def ask(url):
    return outgoing.fetch(url, HOSTS, take=lambda block: None, at_most=10)


@pytest.mark.parametrize(
    "url",
    [
        *(
            "http://records.example/a",
            "ftp://records.example/a",
            "file:///etc/passwd",
            "gopher://x",
        ),
        *("https://evil.example/", "https://records.example@evil.example/", "//records.example/"),
        *("https://records.example.evil.example/", "https://u:p@records.example/", "", "https://"),
        *(
            "https://2130706433/",
            "https://0x7f.1/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
        ),
        *("https://localhost/", "http://localhost/", "https://records.example:99999/"),
        *("https://records.example/a b", "https://records.example/\r\nX: y", "https:\\\\x"),
    ],
)
def test_an_address_that_may_not_be_asked(url):
    with pytest.raises(outgoing.NotAllowed):
        ask(url)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:10.0.0.1"),
    ],
)
def test_a_name_that_leads_inside_is_not_asked(monkeypatch, address):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    monkeypatch.setattr(socket, "create_connection", lambda *args: pytest.fail("it was asked"))
    with pytest.raises(outgoing.NotAllowed):
        ask("https://records.example/a")


def test_one_inner_address_among_several_is_enough_to_refuse(monkeypatch):
    found = [(2, 1, 6, "", (address, 443)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(outgoing.NotAllowed):
        ask("https://records.example/a")


def test_production_never_asks_this_machine(settings):
    settings.LOCAL = False
    with pytest.raises(outgoing.NotAllowed):
        ask("http://127.0.0.1:1/")
