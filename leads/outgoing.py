"""Requests out of this host: to hosts that the agency named, at public addresses, and nowhere else.

The name is resolved once and the connection goes to that very address, so a name that changes its
mind gains nothing; redirects are not followed; no proxy and no credentials of the environment are
used. Tests: tests/leads/test_outgoing.py.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

TIMEOUT_S = 15
CHUNK = 64 * 1024


class NotAllowed(Exception):
    """The address may not be asked at all."""


class NoAnswer(Exception):
    """It was asked, and what the other side made of it is unknown."""


class NotGiven(Exception):
    """The other side did not give what was asked; another time it may."""


@dataclass(frozen=True, slots=True)
class Answer:
    content_type: str
    size: int


def fetch(
    url: str,
    hosts: Iterable[str],
    *,
    take: Callable[[bytes], object],
    at_most: int,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """GET it and hand its bytes to `take`. Raises NotAllowed, NotGiven, or OSError."""
    scheme, host, port, path = _parts(url, frozenset(hosts))
    connection = _connection(scheme, host, port)
    try:
        connection.request("GET", path, headers={"User-Agent": "hotline", **(headers or {})})
        response = connection.getresponse()
        if response.status != 200:
            raise NotGiven(f"answered {response.status}")
        size = 0
        while block := response.read(CHUNK):
            size += len(block)
            if size > at_most:
                raise NotGiven("too large")
            take(block)
        if response.length:
            raise NotGiven("cut off")
        return Answer(response.headers.get_content_type(), size)
    except http.client.HTTPException as error:
        raise NotGiven(type(error).__name__) from error
    finally:
        connection.close()


def ask(
    url: str,
    hosts: Iterable[str],
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    at_most: int = CHUNK,
) -> tuple[int, bytes]:
    """One request that does something over there, a POST with a body; its status and answer.

    Raises NotAllowed or OSError while nothing has been asked, and NoAnswer after that.
    """
    scheme, host, port, path = _parts(url, frozenset(hosts))
    connection = _connection(scheme, host, port)
    try:
        sent = {"User-Agent": "hotline", **(headers or {})}
        connection.request("GET" if body is None else "POST", path, body=body, headers=sent)
        response = connection.getresponse()
        return response.status, response.read(at_most)
    except (http.client.HTTPException, OSError) as error:
        raise NoAnswer(type(error).__name__) from error
    finally:
        connection.close()


def _parts(url: str, hosts: frozenset[str]) -> tuple[str, str, int, str]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise NotAllowed("no address") from error
    host = (parts.hostname or "").lower()
    schemes = {"https"} | ({"http"} if settings.LOCAL and host == "127.0.0.1" else set())
    if parts.scheme not in schemes or parts.username is not None or "\\" in url:
        raise NotAllowed("not a plain https address")
    if host not in hosts:
        raise NotAllowed("not a host of the exchange")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not (path.isascii() and path.isprintable() and " " not in path):
        raise NotAllowed("not a plain path")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path


def _connection(scheme: str, host: str, port: int) -> http.client.HTTPConnection:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = {entry[4][0] for entry in found}
    if not addresses or not all(_may_be_asked(address, host) for address in addresses):
        raise NotAllowed("not a public address")
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_S)
    plain = socket.create_connection((found[0][4][0], port), TIMEOUT_S)
    try:
        connection.sock = (
            ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            if scheme == "https"
            else plain
        )
    except BaseException:
        plain.close()
        raise
    return connection


def _may_be_asked(address: str, host: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    ip = getattr(ip, "ipv4_mapped", None) or ip
    # The demonstration's own exchange lives on this machine.
    own = settings.LOCAL and host == "127.0.0.1" and ip.is_loopback
    return own or (ip.is_global and not ip.is_multicast)
