"""The address of who asks. Pure: no Django.

X-Forwarded-For is written by anyone; only the entries that our own proxies appended are true. With
`trusted` proxies in front, the nearest is REMOTE_ADDR and each appended the address it saw, so the
peer stands `trusted` entries from the right.
"""

from collections.abc import Mapping
from ipaddress import ip_address


def peer_address(meta: Mapping[str, str], trusted: int) -> str | None:
    """The peer's IP, or None where it is no IP (a socket); headers count only when trusted.

    A header shorter than the chain of proxies means one was passed by: then REMOTE_ADDR counts.
    """
    address = meta.get("REMOTE_ADDR", "")
    if trusted:
        seen = meta.get("HTTP_X_FORWARDED_FOR", "").split(",")
        if len(seen) >= trusted:
            return _ip(seen[-trusted]) or _ip(address)
    return _ip(address)


def _ip(text: str) -> str | None:
    """The address alone, without a port; an IPv4 address mapped into IPv6 as IPv4."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return str(getattr(address, "ipv4_mapped", None) or address)
