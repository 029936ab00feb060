"""Addresses of mail: a slip in the domain (mial.ru for mail.ru) as a question; masking. Pure."""

from difflib import get_close_matches

# Mail hosts that many in Russia and abroad use.
KNOWN = (
    *("mail.ru", "bk.ru", "list.ru", "inbox.ru", "yandex.ru", "ya.ru", "rambler.ru"),
    *("gmail.com", "outlook.com", "hotmail.com", "icloud.com", "yahoo.com"),
)
# Below five letters before the dot's part every host resembles another.
SHORTEST = 7
ALIKE = 0.8


def meant_domain(address: str) -> str:
    """The known host that this address was probably meant for, or an empty string."""
    domain = address.rpartition("@")[2].lower()
    if domain in KNOWN or len(domain) < SHORTEST - 1:
        return ""
    known = [host for host in KNOWN if len(host) >= SHORTEST]
    return next(iter(get_close_matches(domain, known, 1, ALIKE)), "")


def masked(address: str) -> str:
    """Enough to recognise one's own address, not enough to take it from a screen: p•••@mail.ru."""
    before, _, domain = address.rpartition("@")
    return f"{before[:1]}•••@{domain}"
