"""One request, one inquiry: sent one to six times, in turn and at once, its answer unread, and
changed on the way. The whole: 5,000 requests.
"""

import os
import random
import threading
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from leads.models import Contact, Inquiry
from leads.public.draft import Draft
from leads.public.opened import opening
from tests.proofs.form import Visitor
from tests.public.answers import CONTACT, PROJECT, fields_of
from tests.world import make_district, make_industry, registry_changed

pytestmark = [pytest.mark.proof]
WHOLE = os.environ.get("PROVE") == "whole"
REQUESTS = int(os.environ.get("NONCES", 5000 if WHOLE else 20))
# Who walks through all the pages; the others press the button of a last page that they kept.
WALK = 50 if WHOLE else 5
AT_ONCE, UNREAD, CHANGED = 0.3, 0.2, 0.1


class Page:
    """The last page of one visitor, filled in and not yet sent."""

    def __init__(self, n: int, chance: random.Random, kept: dict):
        self.address = f"198.51.{n // 250}.{n % 250}"
        text = f"Цех {n}, {chance.randrange(1, 40)} га, 2 МВт"
        token = opening(at=timezone.now() - timedelta(minutes=1))
        self.cookies = None
        if kept and n % WALK:
            draft = Draft()
            draft.answers |= {"project": listed(PROJECT | {"text": text}), "token": token}
            draft.answers |= {"contact": listed(CONTACT)}
            draft._open_by(token)
            self.posted = kept | {"seal": draft.sealed()}
            return
        visitor = Visitor(self.address).client
        visitor.post("/inquiry/", PROJECT | {"text": text, "token": token})
        visitor.post("/inquiry/contact/", CONTACT)
        self.posted = fields_of(visitor.get("/inquiry/check/")) | {"consent": "on"}
        self.cookies = visitor.cookies

    def send(self, **changes):
        """The answer, and the number that its reader sees."""
        browser = Client(REMOTE_ADDR=self.address)
        if self.cookies is not None:
            browser.cookies = self.cookies.copy()
        answer = browser.post("/inquiry/check/", self.posted | changes)
        return answer.status_code, getattr(answer, "url", ""), browser


def listed(answers: dict) -> dict:
    return {name: [value] for name, value in answers.items()}


@pytest.mark.django_db(transaction=True)
def test_each_request_is_one_inquiry():
    make_industry("food_processing"), make_district("abinsky"), registry_changed()
    answers, unread, numbers, lock = Counter(), 0, set(), threading.Lock()
    chance, kept = random.Random(2), {}

    def send(page):
        try:
            status, url, _ = page.send()
            with lock:
                answers[status, url] += 1
        finally:
            connection.close()

    for n in range(REQUESTS):
        page = Page(n, chance, kept)
        kept = kept or page.posted
        times = chance.randint(1, 6)
        if chance.random() < AT_ONCE:
            threads = [threading.Thread(target=send, args=(page,)) for _ in range(times)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        else:
            for _ in range(times):
                if chance.random() < UNREAD:
                    page.send()  # the line broke before the answer; the sender knows nothing
                    unread += 1
                else:
                    status, url, _ = page.send()
                    answers[status, url] += 1
        if chance.random() < CHANGED:
            # The same key with other answers: told so, and nothing changes.
            assert page.send(power_mw="77")[0] == 409
        if chance.random() < 0.02:
            seen = {page.send()[2].get("/inquiry/sent/").context["inquiry"].number for _ in "12"}
            assert len(seen) == 1
            numbers |= seen
    sent = sum(answers.values()) + unread
    print(f"promise 2: {REQUESTS} requests, {sent} sendings, {unread} unread: {dict(answers)}")
    assert set(answers) == {(302, "/inquiry/sent/")}
    assert Inquiry.objects.count() == Contact.objects.count() == REQUESTS
    assert not Inquiry.objects.filter(need__power_mw=77).exists()
    assert numbers <= set(Inquiry.objects.values_list("number", flat=True))
