"""The link of a letter: opens the page, leaves the secret behind, tells a guesser nothing."""

import logging
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from leads.models import StatusLink
from leads.models.status_link import VALID_FOR
from tests.public.visitor import make_web_inquiry

pytestmark = pytest.mark.django_db


def test_it_works(client):
    inquiry = make_web_inquiry()
    secret = StatusLink.issue(inquiry, at=timezone.now())
    opened = client.get(f"/status/{secret}/")
    assert (opened.status_code, opened.url) == (302, "/status/")
    assert opened.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in opened.headers["Cache-Control"]
    cookie = opened.cookies["status"]
    assert (cookie["httponly"], cookie["path"], cookie["samesite"]) == (True, "/status/", "Lax")
    assert secret not in cookie.value
    assert inquiry.number in client.get("/status/").content.decode()


def test_a_mail_program_that_looks_at_it_uses_nothing_up(client):
    secret = StatusLink.issue(make_web_inquiry(), at=timezone.now())
    for _ in range(3):
        assert Client().get(f"/status/{secret}/").status_code == 302
    assert Client().head(f"/status/{secret}/").status_code == 302
    assert client.get(f"/status/{secret}/").status_code == 302


def test_the_secret_is_long_and_only_its_hash_is_kept():
    secret = StatusLink.issue(make_web_inquiry(), at=timezone.now())
    assert len(secret) >= 43  # 256 bits by six
    row = StatusLink.objects.get()
    assert secret not in (row.sha256, str(row.__dict__))


def test_wrong_expired_and_missing_look_the_same(client):
    long_ago = timezone.now() - VALID_FOR - timedelta(minutes=1)
    expired = StatusLink.issue(make_web_inquiry(), at=long_ago)
    answers = [
        client.get(address)
        for address in (f"/status/{expired}/", "/status/wrong/", f"/status/{'x' * 43}/", "/status/")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    headers = [{k: v for k, v in answer.headers.items() if k != "Expires"} for answer in answers]
    assert all(one == headers[0] for one in headers)
    assert not any(answer.cookies for answer in answers)


def test_no_secret_is_logged(client, caplog):
    long_ago = timezone.now() - VALID_FOR - timedelta(minutes=1)
    inquiry = make_web_inquiry()
    secrets = [StatusLink.issue(inquiry, at=at) for at in (long_ago, timezone.now())]
    with caplog.at_level(logging.DEBUG):
        for secret in secrets:
            client.get(f"/status/{secret}/")
    assert not [line for line in caplog.messages for secret in secrets if secret in line]


def test_a_forged_cookie_opens_nothing(client):
    inquiry = make_web_inquiry()
    client.cookies["status"] = f"{inquiry.pk}:forged:signature"
    assert client.get("/status/").status_code == 404


def test_right_and_wrong_cost_the_same_queries(client, django_assert_num_queries):
    secret = StatusLink.issue(make_web_inquiry(), at=timezone.now())
    for address in (f"/status/{secret}/", f"/status/{'x' * 43}/"):
        with django_assert_num_queries(1):
            client.get(address)
