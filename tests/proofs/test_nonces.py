"""One request, one inquiry: sent one to six times, in turn and at once, and changed on the way.

The whole: 5,000 requests.
"""

import os
import random
import threading
from collections import Counter

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from leads.models import Contact, Inquiry
from leads.public.opened import opening
from tests.proofs.form import Visitor
from tests.public.answers import CONTACT, PROJECT, fields_of
from tests.world import make_district, make_industry, registry_changed

pytestmark = [pytest.mark.proof]
REQUESTS = 5000 if os.environ.get("PROVE") == "whole" else 20


def request(n: int, chance: random.Random) -> tuple[Client, dict]:
    """The last page of one visitor, filled in and not yet sent."""
    visitor = Visitor(f"198.51.{n // 250}.{n % 250}").client
    text = f"Цех {n}, {chance.randrange(1, 40)} га, 2 МВт"
    token = opening(at=timezone.now() - timezone.timedelta(minutes=1))
    visitor.post("/inquiry/", PROJECT | {"text": text, "token": token})
    visitor.post("/inquiry/contact/", CONTACT)
    return visitor, fields_of(visitor.get("/inquiry/check/")) | {"consent": "on"}


@pytest.mark.django_db(transaction=True)
def test_each_request_is_one_inquiry():
    make_industry("food_processing"), make_district("abinsky"), registry_changed()
    answers, lock = Counter(), threading.Lock()

    def send(cookies, posted):
        browser = Client(REMOTE_ADDR="198.51.100.9")
        browser.cookies = cookies
        answer = browser.post("/inquiry/check/", posted)
        with lock:
            answers[answer.status_code, getattr(answer, "url", "")] += 1

    chance = random.Random(2)
    for n in range(REQUESTS):
        visitor, posted = request(n, chance)
        at_once = chance.random() < 0.3
        threads = [
            threading.Thread(target=_closing(send), args=(visitor.cookies, posted))
            for _ in range(chance.randint(1, 6))
        ]
        for thread in threads:
            thread.start()
            at_once or thread.join()
        for thread in threads:
            thread.join()
        if chance.random() < 0.2:
            # The same key with other answers: told so, and nothing changes.
            changed = visitor.post("/inquiry/check/", posted | {"power_mw": "77"})
            assert changed.status_code == 409
    print(f"promise 2: {REQUESTS} requests, {sum(answers.values())} sendings: {dict(answers)}")
    assert set(answers) == {(302, "/inquiry/sent/")}
    assert Inquiry.objects.count() == Contact.objects.count() == REQUESTS
    assert not Inquiry.objects.filter(need__power_mw=77).exists()


def _closing(send):
    def closed(*given):
        try:
            send(*given)
        finally:
            connection.close()

    return closed
