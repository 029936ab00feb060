"""Step 3 sent twice, many times at once, without a session, without a database: one inquiry."""

import threading

import pytest
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from leads.models import Contact, Inquiry
from tests.public.answers import PROJECT, fields_of, send, to_check
from tests.world import make_district, make_industry, registry_changed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _registry(db):
    make_industry("food_processing")
    make_district("abinsky")
    registry_changed()


def test_pressed_twice_it_is_one_inquiry(client):
    page = to_check(client)
    first, second = send(client, page), send(client, page)
    assert first.url == second.url == "/inquiry/sent/"
    assert Inquiry.objects.count() == Contact.objects.count() == 1


def test_a_lost_session_loses_nothing(client):
    page = to_check(client)
    client.session.flush()
    fresh = Client()
    assert send(fresh, page).url == "/inquiry/sent/"
    assert Inquiry.objects.get().text == PROJECT["text"]


def test_the_same_pages_with_other_answers_change_nothing(client):
    page = to_check(client)
    send(client, page)
    told = send(client, page, power_mw="7,5")
    assert told.status_code == 409
    assert "Эта заявка уже отправлена" in told.content.decode()
    assert Inquiry.objects.get().need.power_mw == 2
    kept = {"seal": told.context["seal"]}
    for name, value in told.context["kept"]:
        kept.setdefault(name, []).append(value)
    assert client.post("/inquiry/check/", kept).url == "/inquiry/sent/"
    second = Inquiry.objects.latest("pk")
    assert Inquiry.objects.count() == 2
    assert second.need.power_mw == 7.5
    assert second.text == PROJECT["text"]


def test_a_changed_seal_is_not_believed(client):
    page = to_check(client)
    forged = page.context["seal"][:-2] + "xx"
    assert send(Client(), page, seal=forged).url == "/inquiry/"
    assert not Inquiry.objects.exists()


def test_a_dead_database_loses_nothing(client, monkeypatch):
    page = to_check(client)
    posted = fields_of(page) | {"consent": "on", "power_mw": "3,25"}
    with monkeypatch.context() as patch:

        def refuse(*args, **kwargs):
            raise OperationalError("server closed the connection unexpectedly")

        patch.setattr(BaseDatabaseWrapper, "cursor", refuse)
        failed = client.post("/inquiry/check/", posted)
    content = failed.content.decode()
    assert failed.status_code == 503
    assert PROJECT["text"] in content
    assert "+7 861 251 77 64" in content
    assert not Inquiry.objects.exists()
    kept = {}
    for name, value in failed.context["kept"]:
        kept.setdefault(name, []).append(value)
    assert client.post("/inquiry/check/", kept).url == "/inquiry/sent/"
    assert Inquiry.objects.get().need.power_mw == 3.25


@pytest.mark.django_db(transaction=True)
def test_sent_many_times_at_once_it_is_one_inquiry(client):
    page = to_check(client)
    posted = fields_of(page) | {"consent": "on"}
    cookies = client.cookies
    gate, answers = threading.Barrier(4), []

    def press():
        browser = Client()
        browser.cookies = cookies
        gate.wait()
        try:
            answers.append(browser.post("/inquiry/check/", posted).url)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["/inquiry/sent/"] * 4
    assert Inquiry.objects.count() == Contact.objects.count() == 1
