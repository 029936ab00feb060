"""Robots wait in quarantine, people come in, and nothing is dropped. The whole: 2,000 and 300."""

import os
import random
from collections import Counter
from datetime import timedelta
from itertools import cycle

import pytest
from django.utils import timezone

from leads.models import Inquiry
from leads.public import suspicion
from tests.proofs.form import Visitor, forged, spliced, where
from tests.world import make_district, make_industry, registry_changed

pytestmark = [pytest.mark.proof, pytest.mark.django_db]
WHOLE = os.environ.get("PROVE") == "whole"
POSTS, PEOPLE = (2000, 300) if WHOLE else (96, 20)
FAST = timedelta(seconds=0.3)
SPAM = "Продвижение сайтов http://a.example http://b.example https://c.example"


def words(n: int) -> dict:
    return {"text": f"Цех номер {n}, {n % 40 + 1} га, {n % 9 + 1} МВт"}


# Each script: what it does for its nth post, from which of its addresses.
BOTS = {
    "fills every field": lambda n: {"project": words(n) | {"second_topic": "x"}},
    "fills every field of the last page": lambda n: {
        "project": words(n),
        "check": {"second_topic": "x"},
    },
    "advertises": lambda n: {"project": {"text": f"{SPAM} {n}"}},
    "advertises in the name": lambda n: {
        "project": words(n),
        "contact": {"name": f"www.a{n}.example"},
    },
    "writes markup": lambda n: {"project": {"text": f'Цех {n} <a href="http://a.example">a</a>'}},
    "forges the token": lambda n: {"project": words(n), "token": forged(timezone.now())},
    "splices tokens": lambda n: {"project": words(n), "token": spliced(timezone.now())},
    "makes a token up": lambda n: {"project": words(n), "token": f"{n}:{n}"},
    "never opens the form": lambda n: {"project": words(n), "token": ""},
    "is too fast": lambda n: {"project": words(n), "took": FAST},
    "repeats itself from everywhere": lambda n: {"project": {"text": "Куплю завод срочно"}},
    "floods from one address": lambda n: {"project": words(n)},
}
DISTRIBUTED = {"repeats itself from everywhere", "is too fast", "fills every field"}


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing"), make_district("abinsky"), registry_changed()


@pytest.fixture
def scaled_limits(monkeypatch):
    """What comes through before a limit is reached is a number, not a share."""
    if not WHOLE:
        monkeypatch.setattr(suspicion, "WEAK_OF_ALL", (1, 4))
        monkeypatch.setattr(suspicion, "SAME_TEXT", (1, 4))


def test_robots_are_quarantined_and_none_is_dropped(scaled_limits):
    ends = Counter()
    for n, (name, script) in zip(range(POSTS), cycle(BOTS.items()), strict=False):
        far = f"203.0.{n // 250}.{n % 250}"
        visitor = Visitor(far if name in DISTRIBUTED else "198.51.100.7")
        ends[name, where(visitor.fill(**script(n)))] += 1
    by_end = Counter()
    for (_, end), count in ends.items():
        by_end[end] += count
    print(f"promise 22: {POSTS} posts of {len(BOTS)} robots: {dict(by_end)}")
    assert set(by_end) <= {"quarantined", "live"}, ends
    assert Inquiry.objects.count() == POSTS, "every post stands in a queue"
    assert by_end["live"] <= (0.01 * POSTS if WHOLE else 5), ends


PEOPLE_DO = {
    "without scripts": {},
    "by keyboard, slowly": {"took": timedelta(hours=2)},
    "pastes a long text": {"project": {"text": "Завод. " * 900}},
    "over a slow network": {"took": timedelta(minutes=25)},
    "by autofill, quickly": {"took": timedelta(seconds=9)},
    "leaves the page open overnight": {"took": timedelta(days=1)},
    "names his site": {"project": {"text": "Цех, 5 га, наш сайт https://agrosad.example"}},
    "by phone alone": {"contact": {"email": "", "phone": "+86 755 8888 1234"}},
    "in English": {"contact": {"name": "Li Wei", "country": "CN"}},
    "presses twice": {},
}


def test_people_come_in():
    chance, ends = random.Random(22), Counter()
    for n, (name, does) in zip(range(PEOPLE), cycle(PEOPLE_DO.items()), strict=False):
        # Offices share an address: up to five people of one in an hour.
        visitor = Visitor(f"192.0.2.{n // 5 % 250}", "en" if name == "in English" else "ru")
        given = does | {"project": does.get("project", words(chance.randrange(10**6)))}
        if "agrosad" in given["project"]["text"]:
            given["project"] = {"text": f"{given['project']['text']}, {n}"}
        if name == "pastes a long text":
            given["project"] = {"text": f"{given['project']['text']} {n}"}
        answer = visitor.fill(**given)
        ends[where(answer)] += 1
        assert answer.status_code == 302, (name, answer.status_code)
    print(f"promise 22: {PEOPLE} people: {dict(ends)}")
    assert ends == {"live": PEOPLE}
