"""A file that came by e-mail: given out to keep when it is what it says, never shown as a page."""

import pytest

from tests.pipeline.mail_cast import taken
from tests.world import AT, andrey, dina, gleb, maria, olga, xenia

pytestmark = pytest.mark.django_db
PLAN, BILL, LOGO, PAGE, SHEET = range(1, 6)


def url(mail, number):
    return f"/mails/{mail.pk}/attachments/{number}/"


def test_it_works(client):
    mail = taken("attachments")
    client.force_login(maria())
    answer = client.get(url(mail, PLAN))
    assert answer.content == b"%PDF-1.4 made up"
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(url(mail, SHEET)).status_code == 200


@pytest.mark.parametrize("number", [BILL, LOGO, PAGE, 0, 6, 10**17])
def test_what_is_not_safe_or_not_there_is_missing(client, number):
    mail = taken("attachments")
    client.force_login(maria())
    assert client.get(url(mail, number)).status_code == 404


@pytest.mark.parametrize(("who", "status"), [(olga, 200), (andrey, 200), (dina, 403), (xenia, 403)])
def test_who_may(client, who, status):
    mail = taken("attachments")
    client.force_login(who())
    assert client.get(url(mail, PLAN)).status_code == status


def test_a_secret_is_kept(client):
    mail = taken("attachments")
    mail.inquiry.keep_confidential("Янтарь", by=gleb(), at=AT)
    client.force_login(olga())
    assert client.get(url(mail, PLAN)).status_code == 403


def test_missing(client):
    client.force_login(maria())
    assert client.get("/mails/999999/attachments/1/").status_code == 404
