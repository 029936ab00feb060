"""Sending an answer: one letter with a private link; the clock stops when the letter has left."""

import re

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from leads import tasks
from leads.models.writing import HELD_FOR
from tests.public.test_pack import deliver, make
from tests.public.visitor import make_web_inquiry
from tests.world import boris, gleb, maria

pytestmark = pytest.mark.django_db


@pytest.fixture
def inquiry():
    return make_web_inquiry(route_to=maria())


def url(pack):
    return f"/inquiries/{pack.inquiry.number}/answers/{pack.pk}/send/"


def test_it_works(client, inquiry, monkeypatch):
    pack = make(inquiry)
    client.force_login(maria())
    assert client.post(url(pack)).status_code == 302
    letter = inquiry.messages.get(kind="pack")
    assert inquiry.follow_ups.open().filter(kind="substantive_reply").exists()
    tasks.send(letter.pk)
    assert not mail.outbox, "it can be taken back for ten seconds"
    with time_machine.travel(timezone.now() + HELD_FOR, tick=False):
        monkeypatch.setattr(tasks, "database_now", timezone.now)
        tasks.send(letter.pk)
    assert not inquiry.follow_ups.open().filter(kind="substantive_reply").exists()
    assert inquiry.follow_ups.open().filter(kind="check_in").exists()
    sent = next(one for one in mail.outbox if "ответ с площадками" in one.subject)
    link = re.search(r"(/status/[\w-]{40,}/\?pack)", sent.body)[1]
    visitor = client.__class__()
    opened = visitor.get(link)
    assert opened.url == "/status/pack/"
    assert visitor.get(opened.url).status_code == 200
    pack.refresh_from_db()
    assert pack.openings == 1


def test_pressed_twice_it_is_one_letter(client, inquiry):
    pack = make(inquiry)
    client.force_login(maria())
    client.post(url(pack)), client.post(url(pack))
    assert inquiry.messages.filter(kind="pack").count() == 1
    deliver(pack)
    assert inquiry.activities.filter(kind="pack_sent").count() == 1
    client.post(url(pack))
    assert inquiry.messages.filter(kind="pack").count() == 1


def test_taken_back_it_is_not_sent_and_may_be_sent_again(client, inquiry):
    pack = make(inquiry)
    client.force_login(maria())
    client.post(url(pack))
    letter = inquiry.messages.get(kind="pack")
    assert letter.withdraw(by=maria(), at=timezone.now())
    pack.refresh_from_db()
    assert pack.sent_at is None
    client.post(url(pack))
    letter.refresh_from_db()
    assert letter.state == "planned"


def test_what_is_not_made_is_not_sent(client, inquiry):
    client.force_login(maria())
    client.post(url(inquiry.answer_packs.get()))
    assert not inquiry.messages.filter(kind="pack").exists()


def test_without_an_address_it_says_so(client):
    inquiry = make_web_inquiry(email="", route_to=maria())
    pack = make(inquiry)
    client.force_login(maria())
    page = client.post(url(pack), follow=True)
    assert "нет адреса почты" in page.content.decode()
    pack.refresh_from_db()
    assert pack.sent_at is None


def test_anothers_pack_is_missing(client, inquiry):
    pack = make(make_web_inquiry())
    client.force_login(gleb())
    foreign = f"/inquiries/{inquiry.number}/answers/{pack.pk}/send/"
    assert client.post(foreign).status_code == 404


def test_those_who_may_not(client, inquiry):
    pack = make(inquiry)
    client.force_login(boris())
    assert client.post(url(pack)).status_code == 403
