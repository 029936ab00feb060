"""A district takes a referral on."""

import pytest

from tests.world import AT, andrey, dina, gleb, make_inquiry, maria, olga, xenia

from .test_referrals import refer

pytestmark = pytest.mark.django_db
GIVEN = {}


def url(row):
    return f"/referrals/{row.pk}/accept/"


def test_it_works(client):
    row = refer(make_inquiry(route_to=maria()))
    client.force_login(dina())
    assert client.post(url(row), GIVEN).status_code == 302
    row.refresh_from_db()
    assert row.state == "accepted"


def test_the_page_offers_it_until_it_is_done(client):
    row = refer(make_inquiry())
    client.force_login(dina())
    page = f"/referrals/{row.pk}/"
    assert url(row) in client.get(page).content.decode()
    client.post(url(row))
    assert url(row) not in client.get(page).content.decode()


def test_settled_already_says_so(client):
    row = refer(make_inquiry())
    row.reply(answer="Есть", by=dina(), at=AT)
    client.force_login(dina())
    client.post(url(row), GIVEN)
    row.refresh_from_db()
    assert row.answer == "Есть"


def test_foreign_and_missing_look_the_same(client):
    foreign = refer(make_inquiry(), "anapa")
    client.force_login(dina())
    assert client.post(url(foreign), GIVEN).status_code == 404
    assert client.post("/referrals/999999/accept/", GIVEN).status_code == 404
    foreign.refresh_from_db()
    assert foreign.state == "new"


def test_looking_changes_nothing(client):
    row = refer(make_inquiry())
    client.force_login(dina())
    assert client.get(url(row)).status_code == 405


@pytest.mark.parametrize("who", [olga, maria, gleb, andrey, xenia])
def test_those_who_may_not(client, who):
    row = refer(make_inquiry())
    client.force_login(who())
    assert client.post(url(row), GIVEN).status_code == 403
