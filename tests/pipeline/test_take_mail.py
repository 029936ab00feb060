"""A mail that a machine seemed to have sent becomes an inquiry on somebody's word."""

import pytest

from leads import tasks
from leads.models import Inquiry
from tests.pipeline.mail_cast import taken
from tests.world import gleb, make_inquiry, maria

pytestmark = pytest.mark.django_db


def url(mail):
    return f"/pipeline/mails/{mail.pk}/take/"


def test_it_works(client):
    mail = taken("newsletter")
    client.force_login(gleb())
    answer = client.post(url(mail), follow=True)
    assert "станет заявкой" in answer.content.decode()
    tasks.take_in(mail.pk)
    assert Inquiry.objects.get().channel == "email"


def test_who_may_not(client):
    mail = taken("newsletter")
    client.force_login(maria())
    assert client.post(url(mail)).status_code == 403


def test_one_with_its_inquiry_stays_there(client):
    inquiry = make_inquiry(email="p@example.com")
    mail = taken("koi8_reply", inquiry)
    client.force_login(gleb())
    client.post(url(mail))
    mail.refresh_from_db()
    assert mail.taken_at
    assert mail.inquiry == inquiry


def test_missing_and_get(client):
    client.force_login(gleb())
    assert client.post("/pipeline/mails/999999/take/").status_code == 404
    assert client.get(url(taken("newsletter"))).status_code == 405
