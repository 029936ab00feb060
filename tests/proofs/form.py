"""The web form filled in by programs: as people do it, and as robots do."""

import re
from datetime import timedelta

from django.core import signing
from django.test import Client
from django.utils import timezone

from leads.models import Inquiry
from leads.public.opened import opening
from tests.public.answers import CONTACT, PROJECT, fields_of


class Visitor:
    """One browser at one address, with cookies of its own."""

    def __init__(self, address: str = "198.51.100.1", language: str = "ru"):
        self.client = Client(REMOTE_ADDR=address)
        self.client.get(f"/inquiry/?lang={language}")

    def fill(self, *, token=None, took=timedelta(seconds=50), project=(), contact=(), check=()):
        """All three steps; the last answer. `took` passed since the first page was opened."""
        if token is None:
            token = opening(at=timezone.now() - took)
        first = PROJECT | {"token": token} | dict(project)
        self.client.post("/inquiry/", first)
        self.client.post("/inquiry/contact/", CONTACT | dict(contact))
        page = self.client.get("/inquiry/check/")
        if page.status_code != 200:
            return page
        posted = fields_of(page) | {"consent": "on"} | dict(check)
        return self.client.post("/inquiry/check/", posted)


def token_of(visitor: Visitor) -> str:
    html = visitor.client.get("/inquiry/").content.decode()
    return re.search('name="token" value="(.*?)"', html)[1]


def spliced(now) -> str:
    """The body of one token with the signature of another."""
    one, other = opening(at=now), opening(at=now - timedelta(hours=1))
    return f"{one.split(':')[0]}:{other.split(':', 1)[1]}"


def forged(now) -> str:
    return signing.dumps([str(now), 1], key="guessed", salt="leads.public.opened")


def where(answer) -> str:
    """What became of a post: live, quarantined, told, or dropped."""
    if answer.status_code == 302 and answer.url == "/inquiry/sent/":
        return Inquiry.objects.latest("pk").disposition
    return "told" if answer.status_code in (200, 409) else "dropped"
