"""A district sends a referral back, with a reason."""

import pytest

from tests.world import AT, andrey, dina, gleb, make_inquiry, maria, olga, xenia

from .test_referrals import refer

pytestmark = pytest.mark.django_db
GIVEN = {"reason": "unclear", "note": "Какой газ?"}


def url(row):
    return f"/referrals/{row.pk}/return/"


def test_it_works(client):
    row = refer(make_inquiry(route_to=maria()))
    client.force_login(dina())
    assert client.post(url(row), GIVEN).status_code == 302
    row.refresh_from_db()
    assert row.state == "returned"


def test_a_reason_is_needed_and_what_was_typed_stays(client):
    row = refer(make_inquiry())
    client.force_login(dina())
    response = client.post(url(row) + "?lang=en", {"note": "Какой газ?"})
    html = response.content.decode()
    assert response.status_code == 422
    assert "Say why it goes back" in html
    assert "Какой газ?" in html


def test_the_agency_reads_why(client):
    inquiry = make_inquiry(route_to=maria())
    row = refer(inquiry)
    row.send_back(reason="unclear", note="Какой газ?", by=dina(), at=AT)
    client.force_login(maria())
    html = client.get(inquiry.get_absolute_url() + "?lang=en").content.decode()
    assert "The question is not clear" in html
    assert "Какой газ?" in html


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
    assert client.post("/referrals/999999/return/", GIVEN).status_code == 404
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
