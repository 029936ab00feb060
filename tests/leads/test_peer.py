"""Who asks: headers are believed exactly as far as our own proxies reach."""

import pytest

from leads.peer import peer_address

FORGED = "6.6.6.6, 203.0.113.9"


def test_it_works():
    assert peer_address({"REMOTE_ADDR": "198.51.100.7"}, 0) == "198.51.100.7"


def test_headers_are_never_believed_without_a_proxy():
    meta = {"REMOTE_ADDR": "198.51.100.7", "HTTP_X_FORWARDED_FOR": FORGED}
    assert peer_address(meta, 0) == "198.51.100.7"


@pytest.mark.parametrize(
    ("trusted", "forwarded", "peer"),
    [
        (1, "203.0.113.9", "203.0.113.9"),
        (1, FORGED, "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
        (1, "not an address", "10.0.0.1"),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "[2001:db8::1]:4711", "2001:db8::1"),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
    ],
)
def test_the_entry_that_our_proxies_wrote_counts(trusted, forwarded, peer):
    meta = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded}
    assert peer_address(meta, trusted) == peer


def test_a_socket_has_no_address():
    assert peer_address({"REMOTE_ADDR": ""}, 0) is None
    assert peer_address({}, 1) is None
