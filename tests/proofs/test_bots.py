"""Robots wait in quarantine, people come in, and nothing is dropped. The whole: 2,000 and 300."""

import os
from collections import Counter
from contextlib import nullcontext
from datetime import timedelta
from itertools import cycle

import pytest
import time_machine
from django.utils import timezone

from leads.models import Inquiry
from leads.public import suspicion
from tests.proofs.form import Visitor, forged, spliced, where
from tests.world import make_district, make_industry, registry_changed

pytestmark = [pytest.mark.proof, pytest.mark.django_db]
WHOLE = os.environ.get("PROVE") == "whole"
POSTS, PEOPLE = (2000, 300) if WHOLE else (36, 10)
FAST = timedelta(seconds=0.3)
SPAM = "Продвижение сайтов http://a.example http://b.example https://c.example"


PRODUCTS = [
    "сыр",
    "мебель",
    "насосы",
    "сок",
    "кирпич",
    "корм",
    "вино",
    "стекло",
    "ткань",
    "лекарства",
    "краску",
    "мыло",
]
VERBS = [
    "делать",
    "выпускать",
    "перерабатывать",
    "хранить",
    "собирать",
    "фасовать",
    "разливать",
    "сушить",
]
NEEDS = (
    "рядом трасса",
    "нужны люди",
    "готовый корпус",
    "чистая вода",
    "своя ветка",
    "тихое место",
)
WHERE = (
    "у моря",
    "в степи",
    "в предгорьях",
    "где тише",
    "где решите",
    "ближе к порту",
)


def told(n: int) -> dict:
    """A project in words of its own, as people tell theirs and as a spinner imitates them."""
    product, verb = PRODUCTS[n % 12], VERBS[n // 12 % 8]
    need, place = NEEDS[n // 96 % 6], WHERE[n // 576 % 6]
    return {"text": f"Хотим {verb} {product}, {n % 40 + 1} га, {need}, {place}"}


def templated(n: int) -> dict:
    return {"text": f"Инвестор номер {n} купит участок, {n % 40 + 1} га, {n % 9 + 1} МВт"}


# Each script: what it does for its nth post. Its pages are opened honestly unless it says so.
BOTS = {
    "fills every field": lambda n: {"project": told(n) | {"second_topic": "x"}},
    "fills every field of the last page": lambda n: {
        "project": told(n),
        "check": {"second_topic": "x"},
    },
    "advertises": lambda n: {"project": {"text": f"{told(n)['text']} {SPAM}"}},
    "advertises in the name": lambda n: {
        "project": told(n),
        "contact": {"name": f"www.a{n}.example"},
    },
    "writes markup": lambda n: {
        "project": {"text": f'{told(n)["text"]} <a href="http://a.example">a</a>'}
    },
    "forges the token": lambda n: {"project": told(n), "token": forged(timezone.now())},
    "splices tokens": lambda n: {"project": told(n), "token": spliced(timezone.now())},
    "never opens the form": lambda n: {"project": told(n), "token": ""},
    "is too fast": lambda n: {"project": told(n), "took": FAST},
    "repeats itself from everywhere": lambda n: {"project": {"text": "Куплю завод срочно"}},
    "drips a template from everywhere": lambda n: {"project": templated(n)},
    "spins its words behind one address": lambda n: {"project": told(n)},
}
AT_ONE_ADDRESS = {"spins its words behind one address", "never opens the form"}


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing"), make_district("abinsky"), registry_changed()


@pytest.fixture
def scaled_limits(monkeypatch):
    """What comes through before a limit is reached is a number, not a share."""
    if not WHOLE:
        for name in ("WEAK_OF_ALL", "SAME_TEXT", "OF_ONE"):
            monkeypatch.setattr(suspicion, name, (1, 4))


def test_robots_are_quarantined_and_none_is_dropped(scaled_limits):
    ends = Counter()
    for n, (name, script) in zip(range(POSTS), cycle(BOTS.items()), strict=False):
        far = f"203.0.{n // 250}.{n % 250}"
        near = f"198.51.100.{[*BOTS].index(name)}"
        visitor = Visitor(near if name in AT_ONE_ADDRESS else far)
        given = {"contact": {"email": f"r{n}@example.com"}, **script(n)}
        # A robot is as fast on a busy machine.
        still = time_machine.travel(timezone.now(), tick=False)
        with still if name == "is too fast" else nullcontext():
            ends[name, where(visitor.fill(**given))] += 1
    by_end = Counter()
    for (_, end), count in ends.items():
        by_end[end] += count
    let_in = {name: count for (name, end), count in ends.items() if end == "live"}
    print(f"promise 22: {POSTS} posts of {len(BOTS)} robots: {dict(by_end)}; let in: {let_in}")
    assert set(by_end) <= {"quarantined", "live"}, ends
    assert Inquiry.objects.count() == POSTS, "every post stands in a queue"
    # In the scaled part one of each script that only numbers give away.
    assert by_end["live"] <= (0.01 * POSTS if WHOLE else 4), ends


PEOPLE_DO = {
    "without scripts": {},
    "by keyboard, slowly": {"took": timedelta(hours=2)},
    "pastes a long text": {"after": " Подробности ниже." * 300},
    "over a slow network": {"took": timedelta(minutes=25)},
    "by autofill, quickly": {"took": timedelta(seconds=9)},
    "leaves the page open overnight": {"took": timedelta(days=1)},
    "names his site": {"after": ", наш сайт https://agrosad.example"},
    "by phone alone": {"contact": {"email": "", "phone": "+86 755 8888 1234"}},
    "in English": {"contact": {"name": "Li Wei", "country": "CN"}},
    "presses twice": {},
}


def test_people_come_in():
    ends = Counter()
    for n, (name, does) in zip(range(PEOPLE), cycle(PEOPLE_DO.items()), strict=False):
        # Offices share an address: up to five people of one in an hour.
        visitor = Visitor(f"192.0.2.{n // 5 % 250}", "en" if name == "in English" else "ru")
        text = told(n * 7)["text"] + does.get("after", "")
        given = {key: value for key, value in does.items() if key != "after"}
        answer = visitor.fill(project={"text": text}, **given)
        ends[where(answer)] += 1
        assert answer.status_code == 302, (name, answer.status_code)
    print(f"promise 22: {PEOPLE} people: {dict(ends)}")
    assert ends == {"live": PEOPLE}
