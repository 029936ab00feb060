"""The status page tells a guesser nothing. The whole: 100,000 guesses, a million secrets."""

import logging
import os
import secrets
import statistics
import time

import pytest
from django.test import Client
from django.utils import timezone

from leads.models import StatusLink
from leads.models.status_link import SECRET_BYTES, VALID_FOR
from tests.public.visitor import make_web_inquiry

pytestmark = [pytest.mark.proof, pytest.mark.django_db]
WHOLE = os.environ.get("PROVE") == "whole"
GUESSES, MADE, PAIRS = (100_000, 1_000_000, 2000) if WHOLE else (300, 20_000, 60)


def guesses(real: list[str]):
    """Random ones, and real ones with a letter changed, cut, doubled or in other case."""
    for n in range(GUESSES):
        near = real[n % len(real)]
        yield (
            secrets.token_urlsafe(SECRET_BYTES),
            near[:-1] + ("A" if near[-1] != "A" else "B"),
            near[:-2],
            near + near,
            near.swapcase(),
            f"{n:043d}",
        )[n % 6]


def test_no_guess_opens_anything(caplog):
    at = timezone.now()
    real = [StatusLink.issue(make_web_inquiry(), at=at) for _ in range(5)]
    expired = StatusLink.issue(make_web_inquiry(), at=at - VALID_FOR * 1.01)
    client = Client()
    with caplog.at_level(logging.DEBUG):
        bodies = {client.get(f"/status/{guess}/").content for guess in guesses(real)}
        bodies |= {client.get(path).content for path in (f"/status/{expired}/", "/status/")}
        opened = [Client().get(f"/status/{secret}/").status_code for secret in real]
    print(f"promise 26: {GUESSES} guesses, {len(bodies)} refusal, {len(real)} real ones opened")
    assert len(bodies) == 1
    assert opened == [302] * len(real)
    lines = [record.getMessage() for record in caplog.records]
    assert not [line for line in lines for secret in [*real, expired] if secret in line]


def test_a_right_hash_costs_no_other_time_than_a_wrong_one():
    """Expired and wrong: the same statement, the same page."""
    expired = StatusLink.issue(make_web_inquiry(), at=timezone.now() - VALID_FOR * 1.01)
    client, took = Client(), {"expired": [], "wrong": []}
    for _ in range(PAIRS):
        for kind, secret in (("expired", expired), ("wrong", secrets.token_urlsafe(32))):
            begun = time.perf_counter()
            client.get(f"/status/{secret}/")
            took[kind].append(time.perf_counter() - begun)
    gap = abs(statistics.median(took["expired"]) - statistics.median(took["wrong"]))
    print(f"promise 26: median gap {gap * 1000:.2f} ms")
    assert gap < 0.005


def test_secrets_do_not_repeat():
    made = {secrets.token_urlsafe(SECRET_BYTES) for _ in range(MADE)}
    assert len(made) == MADE
    assert SECRET_BYTES * 8 >= 160
